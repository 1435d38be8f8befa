import { daysAfter, startOf } from "./days";
import type { Question } from "./question";

/** Who is not insured, which hazards are overdue, whether services and fees are real. */
export const emergencyQuestions: readonly Question[] = [
  {
    name: "Coverage",
    zh: "参保覆盖率（按地区）",
    en: "Coverage of must-insure units, by region",
    query: `query Coverage {
  coverage {
    obligatedUnits
    insuredUnits
    uninsuredUnits
    ratePct
    byRegion { regionCode obligatedUnits insuredUnits uninsuredUnits ratePct }
    basis { scope { zh en } numerator { zh en } denominator { zh en } computedAt }
  }
}`,
  },
  {
    name: "UninsuredUnits",
    zh: "应保未保单位",
    en: "Must-insure units without a policy in force",
    query: `query UninsuredUnits {
  enterprises(
    first: 20
    where: { obligated: { eq: true }, policies: { none: { status: { eq: IN_FORCE } } } }
    orderBy: [{ field: HEADCOUNT, direction: DESC }]
  ) {
    totalCount
    nodes { name sector regionCode headcount riskGrade safetyManagerName safetyManagerPhone }
  }
}`,
  },
  {
    name: "OverdueMajorHazards",
    zh: "逾期未整改的重大事故隐患",
    en: "Major hazards past their deadline",
    query: `query OverdueMajorHazards {
  overdueMajorHazardFigure { major overdue reported reportedPct }
  overdueMajorHazards(first: 20, orderBy: [{ field: DEADLINE }]) {
    totalCount
    nodes {
      criterionCode deadline status description
      enterprise { name regionCode safetyManagerName safetyManagerPhone }
    }
  }
}`,
  },
  {
    name: "RiskyAndUnserved",
    zh: "高风险危化单位：有逾期隐患、近期无服务",
    en: "High-risk chemical plants with an overdue hazard and no recent service",
    query: `query RiskyAndUnserved($since: Instant!) {
  enterprises(
    first: 20
    where: {
      sector: { eq: HAZARDOUS_CHEMICALS }
      riskGrade: { eq: HIGH }
      hazards: { some: { overdue: { eq: true } } }
      serviceRecords: { none: { startedAt: { gte: $since } } }
    }
  ) {
    totalCount
    nodes {
      name regionCode headcount
      hazards(first: 3, where: { overdue: { eq: true } }) { nodes { level deadline status } }
    }
  }
}`,
    variables: (today) => ({ since: startOf(daysAfter(today, -90)) }),
  },
  {
    name: "PremiumPerHead",
    zh: "各市保费与参保人数（仅汇总）",
    en: "Premium and insured persons by city, figures only",
    query: `query PremiumPerHead {
  policiesAggregate(
    where: { status: { eq: IN_FORCE } }
    groupBy: [{ field: ENTERPRISE_REGION, by: CITY }]
  ) {
    scope { zh en }
    asOf
    groups {
      keys { value label }
      count { value state }
      sum { insuredCount { value state } writtenPremiumFen { value state reason { zh en } } }
    }
    remainder { count { value } sum { writtenPremiumFen { value state } } }
  }
}`,
  },
  {
    name: "AccidentsAndClaims",
    zh: "事故报告与理赔案件对照",
    en: "Accident reports beside claims",
    query: `query AccidentsAndClaims {
  accidentReports(first: 10, orderBy: [{ field: OCCURRED_AT, direction: DESC }]) {
    totalCount
    nodes {
      occurredAt grade deaths injuries
      enterprise {
        name
        claims(first: 3) { nodes { claimNo accidentAt grade deaths seriousInjuries status } }
      }
    }
  }
}`,
  },
];
