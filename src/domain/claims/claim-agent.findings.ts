import { dayOf } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matchingAll } from "../../submission/findings/finding-sources";
import type { FindingSubject } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { claimSubject } from "./claim.subject";

/** It takes claims of several enterprises: for the insurer, and whoever supervises all of them. */
const claimOfProvince: FindingSubject = {
  ...claimSubject,
  enterprise: "NULL",
  region: "LEFT(s.region_code, 2)",
  sector: "NULL",
};

type Columns = Record<string, string | number | null>;
const given = { insurer_id: "A", lodged_by_folded: "张三", reported_at: "2026-05-01 16:00:00" };
const O = (columns: Columns) => ({ claim: { O: columns } });

/** Agents are told apart by name, and only within one insurer: nothing else is known of them. */
const lodgedByOne: FindingRule = {
  id: "CLM-14",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: "皖应急安责险通知第四条",
  zh: "同一代理人同日报案件数异常",
  en: "One agent lodged unusually many claims on one day",
  subject: claimOfProvince,
  paths: ["$.lodgedBy", "$.reportedAt"],
  parameters: { claimsLodgedPerDayMin: 3 },
  broken: `s.lodged_by_folded IS NOT NULL AND (SELECT COUNT(*) FROM claim c
    WHERE c.insurer_id = s.insurer_id AND c.lodged_by_folded = s.lodged_by_folded AND c.voided = 0
      AND LEFT(c.region_code, 2) = LEFT(s.region_code, 2)
      AND ${dayOf("c.reported_at")} = ${dayOf("s.reported_at")}) >= {claimsLodgedPerDayMin}`,
  reads: [matchingAll("claim", ["insurer_id", "lodged_by_folded"], "claim")],
  examples: {
    given: { claim: { S: given, O: given, P: { ...given, reported_at: "2026-05-02 15:59:59" } } },
    meet: [
      ["one of three the day before", O({ reported_at: "2026-05-01 15:59:59" })],
      ["one of three the day after", O({ reported_at: "2026-05-02 16:00:00" })],
      ["one by another", O({ lodged_by_folded: "李四" })],
      ["one at another insurer", O({ insurer_id: "B" })],
      ["one in another province", O({ region_code: "320104" })],
      ["one taken back", O({ voided: 1 })],
      [
        "no agent",
        {
          claim: {
            S: { lodged_by_folded: null },
            O: { lodged_by_folded: null },
            P: { lodged_by_folded: null },
          },
        },
      ],
    ],
    break: [["three from midnight to midnight in Shanghai", {}]],
  },
};

/** Who lodged claims. */
export const claimAgentFindings: readonly FindingRule[] = [lodgedByOne];
