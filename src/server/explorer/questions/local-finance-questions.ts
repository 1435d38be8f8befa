import { daysAfter, startOf } from "./days";
import type { Question } from "./question";

/** Joint supervision of fees, services and the order of the market; no case and no person. */
export const localFinanceQuestions: readonly Question[] = [
  {
    name: "FeeRatios",
    zh: "预防费用提取与使用比例",
    en: "Prevention fee: extracted and spent",
    query: `query FeeRatios($year: Int!) {
  feeRatios(year: $year) {
    insurerName writtenPremiumFen extractedFen floorRatioPct
    receivedPremiumFen spentFen capRatioPct state
  }
}`,
    variables: (today) => ({ year: Number(today.slice(0, 4)) }),
  },
  {
    name: "ServicesByInsurer",
    zh: "各保险机构服务次数与满意度",
    en: "Services and satisfaction by insurer",
    query: `query ServicesByInsurer($since: Instant!) {
  serviceRecordsAggregate(
    where: { startedAt: { gte: $since } }
    groupBy: [{ field: INSURER_NAME }]
    orderBy: [{ figure: COUNT, direction: DESC }]
  ) {
    scope { zh en }
    groups {
      keys { value }
      count { value }
      avg { returnVisitSatisfaction { value state } }
    }
  }
}`,
    variables: (today) => ({ since: startOf(`${today.slice(0, 4)}-01-01`) }),
  },
  {
    name: "MarketShares",
    zh: "市场份额：有效保单与保费（仅汇总）",
    en: "Market shares: policies in force and premium, figures only",
    query: `query MarketShares {
  policiesAggregate(where: { status: { eq: IN_FORCE } }, groupBy: [{ field: INSURER_NAME }]) {
    scope { zh en }
    groups {
      keys { value }
      count { value }
      sum { writtenPremiumFen { value state reason { zh en } } }
    }
    total { count { value } sum { writtenPremiumFen { value state } } }
  }
}`,
  },
  {
    name: "UnansweredComplaints",
    zh: "逾期未答复的投诉",
    en: "Complaints without an answer in time",
    query: `query UnansweredComplaints($before: Instant!) {
  complaints(
    first: 20
    where: { repliedAt: { isNull: true }, filedAt: { lt: $before } }
    orderBy: [{ field: FILED_AT }]
  ) {
    totalCount
    nodes { filedAt needsVerifying content insurer { name } enterprise { name } }
  }
}`,
    variables: (today) => ({ before: startOf(daysAfter(today, -14)) }),
  },
  {
    name: "UnconfirmedServices",
    zh: "投保单位未确认的服务",
    en: "Services the enterprise has not confirmed",
    query: `query UnconfirmedServices {
  serviceRecords(
    first: 20
    where: { status: { in: [DONE, RETURN_VISITED] }, enterpriseConfirmedAt: { isNull: true } }
    orderBy: [{ field: STARTED_AT }]
  ) {
    totalCount
    nodes { item startedAt status insurer { name } agency { name } enterprise { name } }
  }
}`,
  },
];
