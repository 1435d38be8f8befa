import { dayOf } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { claimSubject } from "./claim.subject";

const truth = "皖应急安责险通知第四条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ claim: { S: columns } });
const M = (columns: Columns) => ({ claim_payment: { M: columns } });

const net = "SUM(CASE m.kind WHEN 'RECOVERY' THEN -m.amount_fen ELSE m.amount_fen END)";
const paidOn = (claims: string): string => `COALESCE((SELECT ${net} FROM claim_payment m
  JOIN claim c ON c.id = m.claim_id WHERE m.voided = 0 AND c.voided = 0 AND ${claims}), 0)`;
const injured = "(s.deaths + s.serious_injuries + s.minor_injuries)";
const claimsOfPolicy = {
  table: "claim_payment",
  subjects: `SELECT o.id FROM claim_payment c JOIN claim k ON k.id = c.claim_id
    JOIN claim o ON o.policy_id = k.policy_id WHERE c.id IN ({ids})`,
};

const beyondLimits: FindingRule = {
  id: "CLM-05",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: truth,
  zh: "赔付超过每人限额、每次事故限额或累计限额",
  en: "More was paid than the limit per person, per accident or in aggregate",
  subject: claimSubject,
  paths: ["$.payments"],
  broken: `EXISTS (SELECT 1 FROM policy p WHERE p.id = s.policy_id AND p.voided = 0 AND (
    ${paidOn("c.id = s.id")} > p.limit_per_accident_fen
    OR ${paidOn("c.policy_id = s.policy_id")} > p.limit_aggregate_fen
    OR ${paidOn("c.id = s.id AND m.head IN ('EMPLOYEE_INJURY', 'THIRD_PARTY_INJURY')")}
      > p.sum_insured_per_person_fen * GREATEST(${injured}, 1)))`,
  reads: [
    claimsOfPolicy,
    matching("policy", "id", "claim", "policy_id"),
    matching("claim", "policy_id", "claim"),
  ],
  examples: {
    given: {
      policy: {
        P: {
          sum_insured_per_person_fen: "40",
          limit_per_accident_fen: "100",
          limit_aggregate_fen: "150",
        },
      },
      ...S({ policy_id: "P", deaths: 2 }),
      ...M({ claim_id: "S", amount_fen: "80", head: "EMPLOYEE_INJURY" }),
    },
    meet: [
      ["two persons' limits", {}],
      ["the limit of an accident", M({ amount_fen: "100", head: "RESCUE" })],
      [
        "above it, but recovered",
        {
          claim_payment: {
            M: { amount_fen: "101", head: "RESCUE" },
            N: { claim_id: "S", amount_fen: "1", kind: "RECOVERY", head: "RESCUE" },
          },
        },
      ],
      [
        "the aggregate",
        {
          claim: { O: { policy_id: "P" } },
          claim_payment: { N: { claim_id: "O", amount_fen: "70", head: "RESCUE" } },
        },
      ],
    ],
    break: [
      ["one fen above two persons' limits", M({ amount_fen: "81" })],
      ["one fen above the limit of an accident", M({ amount_fen: "101", head: "RESCUE" })],
      [
        "one fen above the aggregate",
        {
          claim: { O: { policy_id: "P" } },
          claim_payment: { N: { claim_id: "O", amount_fen: "71", head: "RESCUE" } },
        },
      ],
    ],
  },
};

const closedWithReserve: FindingRule = {
  id: "CLM-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: truth,
  zh: "案件已结案，未决赔款准备金不为零",
  en: "The claim is closed and its reserve is not zero",
  subject: claimSubject,
  paths: ["$.reserveFen"],
  broken: "s.status = 'CLOSED' AND COALESCE(s.reserve_fen, 0) <> 0",
  reads: [],
  examples: {
    given: S({ status: "CLOSED", reserve_fen: "0" }),
    meet: [
      ["nothing reserved", {}],
      ["reserved while open", S({ status: "PAID", reserve_fen: "1" })],
    ],
    break: [["one fen reserved", S({ reserve_fen: "1" })]],
  },
};

const paidTwice: FindingRule = {
  id: "CLM-17",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: truth,
  zh: "同一保单前后一日内向同一收款人支付同一项目的相同金额",
  en: "One payee was paid the same amount for the same head under one policy within a day",
  subject: claimSubject,
  paths: ["$.payments"],
  broken: `EXISTS (SELECT 1 FROM claim_payment m
    JOIN claim k ON k.policy_id = s.policy_id AND k.voided = 0
    JOIN claim_payment n ON n.claim_id = k.id AND n.id <> m.id AND n.voided = 0
      AND n.amount_fen = m.amount_fen AND n.head = m.head AND n.payee = m.payee
      AND n.kind <> 'RECOVERY'
      AND ABS(DATEDIFF(${dayOf("n.paid_at")}, ${dayOf("m.paid_at")})) <= 1
    WHERE m.claim_id = s.id AND m.voided = 0 AND m.kind <> 'RECOVERY')`,
  reads: [claimsOfPolicy, matching("claim", "policy_id", "claim")],
  examples: {
    given: {
      ...S({ policy_id: "P" }),
      claim_payment: {
        M: { claim_id: "S", amount_fen: "5", payee: "甲", paid_at: "2026-05-01 00:00:00" },
        N: { claim_id: "S", amount_fen: "5", payee: "甲", paid_at: "2026-05-03 00:00:00" },
      },
    },
    meet: [
      ["two days apart", {}],
      [
        "another amount",
        { claim_payment: { N: { amount_fen: "6", paid_at: "2026-05-01 00:00:00" } } },
      ],
      [
        "two victims of one accident",
        { claim_payment: { N: { payee: "乙", paid_at: "2026-05-01 00:00:00" } } },
      ],
    ],
    break: [
      ["a day apart", { claim_payment: { N: { paid_at: "2026-05-02 00:00:00" } } }],
      [
        "in another claim",
        {
          claim: { O: { policy_id: "P" } },
          claim_payment: { N: { claim_id: "O", paid_at: "2026-05-01 00:00:00" } },
        },
      ],
    ],
  },
};

/** What committed claims are judged by: payments and reserves. */
export const claimMoneyFindings: readonly FindingRule[] = [
  beyondLimits,
  closedWithReserve,
  paidTwice,
];
