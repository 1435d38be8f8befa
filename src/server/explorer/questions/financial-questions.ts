import { daysAfter, startOf } from "./days";
import type { Question } from "./question";

/** Premium, rate, commission, claims, fee accounting and the conduct of the market. */
export const financialQuestions: readonly Question[] = [
  {
    name: "LowestRates",
    zh: "费率最低的有效保单",
    en: "Policies in force with the lowest rates",
    query: `query LowestRates {
  policies(
    first: 20
    where: { status: { eq: IN_FORCE } }
    orderBy: [{ field: RATE_PERMILLE }, { field: SIGNED_ON, direction: DESC }]
  ) {
    totalCount
    nodes {
      policyNo signedOn ratePermille rateFactor basePremiumFen writtenPremiumFen commissionFen
      insurer { name }
      enterprise { name sector riskGrade }
    }
  }
}`,
  },
  {
    name: "PremiumByInsurer",
    zh: "各保险机构保费、佣金与费率",
    en: "Premium, commission and rate by insurer",
    query: `query PremiumByInsurer {
  policiesAggregate(
    groupBy: [{ field: INSURER_NAME }]
    orderBy: [{ figure: SUM_WRITTEN_PREMIUM_FEN, direction: DESC }]
  ) {
    scope { zh en }
    asOf
    groups {
      keys { value }
      count { value }
      sum { writtenPremiumFen { value state } commissionFen { value state } }
      avg { ratePermille { value state } }
    }
  }
}`,
  },
  {
    name: "FeeRatios",
    zh: "预防费用提取与使用比例",
    en: "Prevention fee: extracted and spent",
    query: `query FeeRatios($year: Int!) {
  feeRatios(year: $year) {
    insurerName writtenPremiumFen extractedFen floorRatioPct floorPct
    receivedPremiumFen spentFen capRatioPct capPct state
    floorBasis { scope { zh en } period { zh en } }
  }
}`,
    variables: (today) => ({ year: Number(today.slice(0, 4)) }),
  },
  {
    name: "LargestFeeEntries",
    zh: "金额最大的费用支出凭证",
    en: "The largest expenses of the fee ledger",
    query: `query LargestFeeEntries {
  feeEntries(
    first: 20
    where: { kind: { eq: SPEND } }
    orderBy: [{ field: AMOUNT_FEN, direction: DESC }]
  ) {
    totalCount
    nodes { bookedOn category amountFen payee invoiceNo insurer { name } enterprise { name } }
  }
}`,
  },
  {
    name: "SlowClaims",
    zh: "报案逾 30 日仍未核定的案件",
    en: "Claims not assessed 30 days after they were reported",
    query: `query SlowClaims($before: Instant!) {
  claims(
    first: 20
    where: {
      assessedAt: { isNull: true }
      reportedAt: { lt: $before }
      status: { in: [REPORTED, REGISTERED, SURVEYED] }
    }
    orderBy: [{ field: REPORTED_AT }]
  ) {
    totalCount
    nodes { claimNo reportedAt status reserveFen insurer { name } policy { policyNo } }
  }
}`,
    variables: (today) => ({ before: startOf(daysAfter(today, -30)) }),
  },
];
