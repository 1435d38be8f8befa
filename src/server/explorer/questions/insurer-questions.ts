import { daysAfter, startOf } from "./days";
import type { Question } from "./question";

/** Its own business, what it owes, whom it could insure, and whether its data arrived. */
export const insurerQuestions: readonly Question[] = [
  {
    name: "ExpiringPolicies",
    zh: "60 日内到期的保单",
    en: "Policies that end within 60 days",
    query: `query ExpiringPolicies($from: Day!, $to: Day!) {
  policies(
    first: 20
    where: { status: { eq: IN_FORCE }, endDate: { between: { from: $from, to: $to } } }
    orderBy: [{ field: END_DATE }]
  ) {
    totalCount
    nodes {
      policyNo endDate insuredCount writtenPremiumFen
      enterprise { name safetyManagerName safetyManagerPhone }
    }
  }
}`,
    variables: (today) => ({ from: today, to: daysAfter(today, 60) }),
  },
  {
    name: "RosterToInsure",
    zh: "应保底数台账",
    en: "The roster of must-insure units",
    query: `query RosterToInsure {
  rosterEntries(first: 20, orderBy: [{ field: LISTED_ON, direction: DESC }]) {
    totalCount
    nodes { sector listedOn source enterprise { name regionCode headcount riskGrade } }
  }
}`,
  },
  {
    name: "ServicesOwed",
    zh: "有效保单中尚无服务记录的",
    en: "Policies in force without any service yet",
    query: `query ServicesOwed {
  policies(
    first: 20
    where: { status: { eq: IN_FORCE }, serviceRecords: { none: {} } }
    orderBy: [{ field: START_DATE }]
  ) {
    totalCount
    nodes { policyNo startDate agreedFrequency agreedItems enterprise { name riskGrade } }
  }
}`,
  },
  {
    name: "OpenClaims",
    zh: "未结案件",
    en: "Claims not closed",
    query: `query OpenClaims {
  claims(
    first: 20
    where: { closedAt: { isNull: true } }
    orderBy: [{ field: REPORTED_AT }]
  ) {
    totalCount
    nodes {
      claimNo reportedAt status reserveFen
      policy { policyNo }
      payments(first: 5) { nodes { paidAt head amountFen } }
    }
  }
}`,
  },
  {
    name: "ArrivedData",
    zh: "近 14 日数据报送情况",
    en: "What arrived in the last 14 days",
    query: `query ArrivedData($from: Day!, $to: Day!) {
  submissionStreams(from: $from, to: $to) {
    recordType heldSubmissions
    days { day state records waiting lateRecords dueOn brokenRules }
  }
}`,
    variables: (today) => ({ from: daysAfter(today, -14), to: daysAfter(today, -1) }),
  },
  {
    name: "FindingsToExplain",
    zh: "待说明的校验发现",
    en: "Findings to be explained",
    query: `query FindingsToExplain($since: Instant!) {
  findings(
    first: 20
    where: { status: { eq: OPEN }, raisedAt: { gte: $since } }
    orderBy: [{ field: RAISED_AT, direction: DESC }]
  ) {
    totalCount
    nodes { ruleId severity zh en legalBasis raisedAt enterprise { name } }
  }
}`,
    variables: (today) => ({ since: startOf(daysAfter(today, -365)) }),
  },
];
