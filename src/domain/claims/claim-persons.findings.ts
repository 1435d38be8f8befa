import { dayOf } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { claimSubject } from "./claim.subject";

const truth = "皖应急安责险通知第四条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ claim: { S: columns } });
const M = (columns: Columns) => ({ claim_payment: { M: columns } });

/** One person of this claim, and the claim of another accident, or of another insurer. */
const samePerson = `JOIN casualty x ON x.claim_id = s.id AND x.voided = 0
  JOIN casualty y ON y.id_number_hmac = x.id_number_hmac AND y.claim_id <> s.id AND y.voided = 0
  JOIN claim o ON o.id = y.claim_id AND o.voided = 0`;

const injuredAgain: FindingRule = {
  id: "CLM-11",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: truth,
  zh: "同一人在规定月数内两次以上受伤，或同日在两家保险机构报案",
  en: "One person was injured twice within months, or claimed for at two insurers on one day",
  subject: claimSubject,
  paths: ["$.casualties"],
  parameters: { repeatedInjuryMonths: 24 },
  others: samePerson,
  broken: `s.accident_at <= o.accident_at + INTERVAL {repeatedInjuryMonths} MONTH
    AND o.accident_at <= s.accident_at + INTERVAL {repeatedInjuryMonths} MONTH
    AND (o.insurer_id <> s.insurer_id OR ${dayOf("o.accident_at")} <> ${dayOf("s.accident_at")})`,
  reads: [
    {
      table: "casualty",
      subjects: `SELECT y.claim_id AS id FROM casualty c JOIN casualty y
        ON y.id_number_hmac = c.id_number_hmac OR y.id = c.id WHERE c.id IN ({ids})`,
    },
    {
      table: "claim",
      subjects: `SELECT y.claim_id AS id FROM casualty x JOIN casualty y
        ON y.id_number_hmac = x.id_number_hmac WHERE x.claim_id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      casualty: {
        X: { claim_id: "S", id_number_hmac: "h" },
        Y: { claim_id: "O", id_number_hmac: "h" },
      },
      claim: {
        S: { insurer_id: "A", accident_at: "2026-05-01 04:00:00" },
        O: { insurer_id: "A", accident_at: "2024-05-01 03:59:59" },
      },
    },
    meet: [
      ["more than 24 months apart", {}],
      [
        "another person",
        {
          casualty: { Y: { id_number_hmac: "i" } },
          claim: { O: { accident_at: "2026-04-01 00:00:00" } },
        },
      ],
      ["one accident under two policies", { claim: { O: { accident_at: "2026-05-01 04:00:00" } } }],
      [
        "persons without a number",
        {
          casualty: { X: { id_number_hmac: null }, Y: { id_number_hmac: null } },
          claim: { O: { accident_at: "2026-04-01 00:00:00" } },
        },
      ],
    ],
    break: [
      ["24 months apart", { claim: { O: { accident_at: "2024-05-01 04:00:00" } } }],
      [
        "the same day at another insurer",
        { claim: { O: { insurer_id: "B", accident_at: "2026-05-01 04:00:00" } } },
      ],
    ],
  },
};

const manyInjured: FindingRule = {
  id: "CLM-12",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: truth,
  zh: "一年内受伤人数达到规定人数且占从业人数三分之一以上",
  en: "A third of those employed, and at least five, were injured within a year",
  subject: claimSubject,
  paths: ["$.deaths", "$.seriousInjuries", "$.minorInjuries"],
  parameters: { injuredPerYearMin: 5 },
  broken: `EXISTS (SELECT 1 FROM enterprise e JOIN claim c ON c.enterprise_id = e.id
    WHERE e.id = s.enterprise_id AND c.insurer_id = s.insurer_id AND c.voided = 0
      AND c.accident_at <= s.accident_at AND c.accident_at > s.accident_at - INTERVAL 1 YEAR
    GROUP BY e.headcount
    HAVING SUM(c.deaths + c.serious_injuries + c.minor_injuries) >= {injuredPerYearMin}
      AND 3 * SUM(c.deaths + c.serious_injuries + c.minor_injuries) >= e.headcount)`,
  reads: [
    matching("enterprise", "id", "claim", "enterprise_id"),
    matching("claim", "enterprise_id", "claim"),
  ],
  examples: {
    given: {
      enterprise: { E: { headcount: 15 } },
      claim: {
        S: {
          enterprise_id: "E",
          insurer_id: "A",
          minor_injuries: 2,
          accident_at: "2026-05-01 00:00:00",
        },
        O: {
          enterprise_id: "E",
          insurer_id: "A",
          minor_injuries: 3,
          accident_at: "2025-05-01 00:00:01",
        },
      },
    },
    meet: [
      ["four", { claim: { O: { minor_injuries: 2 } } }],
      ["five of sixteen", { enterprise: { E: { headcount: 16 } } }],
      ["a year apart", { claim: { O: { accident_at: "2025-05-01 00:00:00" } } }],
    ],
    break: [["five of fifteen", {}]],
  },
};

const paidToBoss: FindingRule = {
  id: "CLM-13",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: truth,
  zh: "赔款付给单位负责人或安全管理人员个人，而其并非伤亡人员",
  en: "Paid to the legal representative or safety manager in person, who was not injured",
  subject: claimSubject,
  paths: ["$.payments"],
  broken: `EXISTS (SELECT 1 FROM claim_payment m JOIN enterprise e ON e.id = s.enterprise_id
    WHERE m.claim_id = s.id AND m.voided = 0 AND m.kind <> 'RECOVERY'
      AND m.payee IN (e.legal_representative, e.safety_manager_name)
      AND NOT EXISTS (SELECT 1 FROM casualty x
        WHERE x.claim_id = s.id AND x.voided = 0 AND x.name = m.payee))`,
  reads: [
    naming("claim_payment", "claim_id"),
    naming("casualty", "claim_id"),
    matching("enterprise", "id", "claim", "enterprise_id"),
  ],
  examples: {
    given: {
      enterprise: { E: { legal_representative: "甲", safety_manager_name: "乙" } },
      ...S({ enterprise_id: "E" }),
      ...M({ claim_id: "S", payee: "丙" }),
    },
    meet: [
      ["to somebody else", {}],
      [
        "to the manager who was injured",
        { ...M({ payee: "乙" }), casualty: { X: { claim_id: "S", name: "乙" } } },
      ],
    ],
    break: [
      ["to the legal representative", M({ payee: "甲" })],
      ["to the safety manager", M({ payee: "乙" })],
    ],
  },
};

/** Leads about who was injured and who was paid. */
export const claimPersonsFindings: readonly FindingRule[] = [injuredAgain, manyInjured, paidToBoss];
