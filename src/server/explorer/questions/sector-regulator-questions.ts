import { daysAfter, startOf } from "./days";
import type { Question } from "./question";

/** The same as emergency management, for the sectors it supervises. */
export const sectorRegulatorQuestions: readonly Question[] = [
  {
    name: "SectorCoverage",
    zh: "本行业参保覆盖率",
    en: "Coverage of the sector",
    query: `query SectorCoverage {
  coverage { obligatedUnits insuredUnits uninsuredUnits ratePct basis { scope { zh en } } }
}`,
  },
  {
    name: "HazardsByState",
    zh: "隐患按等级与状态统计",
    en: "Hazards by level and state",
    query: `query HazardsByState {
  hazardsAggregate(groupBy: [{ field: LEVEL }, { field: STATUS }]) {
    scope { zh en }
    groups { keys { field value label } count { value state } }
    total { count { value } }
  }
}`,
  },
  {
    name: "HazardsToRecheck",
    zh: "已整改待复查的隐患",
    en: "Hazards rectified and not yet checked again",
    query: `query HazardsToRecheck {
  hazards(first: 20, where: { status: { eq: RECTIFIED } }, orderBy: [{ field: DEADLINE }]) {
    totalCount
    nodes { level description deadline enterprise { name regionCode } agency { name } }
  }
}`,
  },
  {
    name: "UnitsWithoutService",
    zh: "半年内未获服务的高风险单位",
    en: "High-risk units without a service for half a year",
    query: `query UnitsWithoutService($since: Instant!) {
  enterprises(
    first: 20
    where: {
      riskGrade: { eq: HIGH }
      policies: { some: { status: { eq: IN_FORCE } } }
      serviceRecords: { none: { startedAt: { gte: $since } } }
    }
  ) {
    totalCount
    nodes { name regionCode policies(first: 1) { nodes { policyNo insurer { name } } } }
  }
}`,
    variables: (today) => ({ since: startOf(daysAfter(today, -182)) }),
  },
  {
    name: "FatalAccidents",
    zh: "有人员死亡的案件",
    en: "Claims with deaths",
    query: `query FatalAccidents {
  claims(
    first: 20
    where: { deaths: { gt: 0 } }
    orderBy: [{ field: ACCIDENT_AT, direction: DESC }]
  ) {
    totalCount
    nodes { claimNo accidentAt accidentType grade deaths seriousInjuries enterprise { name } }
  }
}`,
  },
];
