import { daysAfter } from "./days";
import type { Question } from "./question";

/** Reads widely, personal data masked; everything is logged. */
export const auditorQuestions: readonly Question[] = [
  {
    name: "FindingsByRule",
    zh: "各规则校验发现数量",
    en: "Findings by rule",
    query: `query FindingsByRule {
  findingsAggregate(
    groupBy: [{ field: RULE_ID }, { field: SEVERITY }]
    orderBy: [{ figure: COUNT, direction: DESC }]
  ) {
    scope { zh en }
    groups { keys { field value } count { value } }
  }
}`,
  },
  {
    name: "FeeVouchers",
    zh: "预防费用支出凭证",
    en: "Vouchers of the prevention fee",
    query: `query FeeVouchers {
  feeEntries(
    first: 20
    where: { kind: { in: [SPEND, REVERSAL] } }
    orderBy: [{ field: AMOUNT_FEN, direction: DESC }]
  ) {
    totalCount
    nodes {
      bookedOn kind category amountFen payee invoiceNo
      insurer { name }
      serviceRecord { item startedAt status }
    }
  }
}`,
  },
  {
    name: "LargestPayments",
    zh: "金额最大的赔付",
    en: "The largest claim payments",
    query: `query LargestPayments {
  claimPayments(first: 20, orderBy: [{ field: AMOUNT_FEN, direction: DESC }]) {
    totalCount
    nodes { paidAt head kind amountFen payee claim { claimNo grade enterprise { name } } }
  }
}`,
  },
  {
    name: "ServicesWithoutEvidence",
    zh: "没有佐证材料的已完成服务",
    en: "Services done without evidence",
    query: `query ServicesWithoutEvidence {
  serviceRecords(
    first: 20
    where: { status: { in: [DONE, RETURN_VISITED, CONFIRMED, ARCHIVED] }, evidence: { none: {} } }
    orderBy: [{ field: STARTED_AT, direction: DESC }]
  ) {
    totalCount
    nodes { item mode startedAt status insurer { name } agency { name } enterprise { name } }
  }
}`,
  },
  {
    name: "MissingData",
    zh: "近 14 日各机构数据报送",
    en: "What insurers submitted in the last 14 days",
    query: `query MissingData($from: Day!, $to: Day!) {
  submissionStreams(from: $from, to: $to) {
    insurer recordType heldSubmissions
    days { day state records waiting lateRecords dueOn }
  }
}`,
    variables: (today) => ({ from: daysAfter(today, -14), to: daysAfter(today, -1) }),
  },
  {
    name: "GrantsInForce",
    zh: "生效中的数据授权",
    en: "Grants of access in force",
    query: `query GrantsInForce {
  accessGrants(first: 20) {
    totalCount
    nodes {
      effect label field right rowsKind rowsValue
      purpose legalBasis state validTo
      organisation { name }
    }
  }
}`,
  },
];
