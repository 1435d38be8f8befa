import type { FindingRule } from "../../submission/findings/finding-rule";
import { naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { policySubject } from "./policy.subject";

const accuracy = "皖应急安责险通知第四条（准确）";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ policy: { S: columns } });
const E = (columns: Columns | null) => ({
  endorsement: { E: columns && { policy_id: "S", effective_from: "2026-05-01", ...columns } },
});

const changes = `COALESCE((SELECT SUM(e.premium_change_fen) FROM endorsement e
  WHERE e.policy_id = s.id AND e.voided = 0), 0)`;
/** What is endorsed from a later day on may be in the premium already, and need not be. */
const changesSoFar = `COALESCE((SELECT SUM(e.premium_change_fen) FROM endorsement e
  WHERE e.policy_id = s.id AND e.voided = 0 AND e.effective_from <= {today}), 0)`;
const endorsements = [naming("endorsement", "policy_id")];

/**
 * The premium as it was agreed in the beginning: of what was stated before the first amendment, the
 * last. A correction of the original replaces it; one of an amendment replaces that amendment.
 */
const original = `(SELECT CAST(JSON_VALUE(b.payload, '$.writtenPremiumFen') AS DECIMAL(20))
  FROM record_version b WHERE b.record_id = s.id AND b.action <> 'VOID' AND NOT EXISTS (
    SELECT 1 FROM record_version a WHERE a.record_id = b.record_id AND a.action = 'AMEND'
      AND a.version <= b.version)
  ORDER BY b.version DESC LIMIT 1)`;

const stated = (rows: Readonly<Record<string, [action: string, premium: string]>>) => ({
  record_version: Object.fromEntries(
    Object.entries(rows).map(([version, [action, premium]]) => {
      const payload = JSON.stringify({ writtenPremiumFen: premium });
      return [version, { record_id: "S", sequence: version, version, action, payload }];
    }),
  ),
});

/**
 * Of what the hub was loaded with, nobody knows whether endorsements are in it already: without
 * its first statement on file a policy is not judged.
 */
const unexplainedPremium: FindingRule = {
  id: "POL-10",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "皖应急安责险通知第四条",
  zh: "原保费加批改保费不等于现保费",
  en: "The original premium and its endorsements do not make the premium of today",
  subject: policySubject,
  paths: ["$.writtenPremiumFen"],
  broken: `EXISTS (SELECT 1 FROM record_version v WHERE v.record_id = s.id AND v.version = 1)
    AND s.written_premium_fen NOT IN (${original} + ${changes}, ${original} + ${changesSoFar})`,
  reads: endorsements,
  examples: {
    given: {
      ...S({ written_premium_fen: "1200" }),
      ...stated({ 1: ["NEW", "1000"], 2: ["AMEND", "1200"] }),
      ...E({ premium_change_fen: "200" }),
    },
    meet: [
      ["endorsed and amended", {}],
      [
        "never endorsed",
        { ...S({ written_premium_fen: "1000" }), ...E(null), record_version: { 2: null } },
      ],
      [
        "endorsed from tomorrow, not amended yet",
        {
          ...S({ written_premium_fen: "1000" }),
          ...E({ effective_from: "2026-06-02" }),
          record_version: { 2: null },
        },
      ],
      ["endorsed from tomorrow, amended already", E({ effective_from: "2026-06-02" })],
      [
        "the original was corrected",
        stated({ 1: ["NEW", "9"], 2: ["CORRECT", "1000"], 3: ["AMEND", "1200"] }),
      ],
      [
        "the amendment was corrected",
        stated({ 1: ["NEW", "1000"], 2: ["AMEND", "9"], 3: ["CORRECT", "1200"] }),
      ],
      [
        "voided and reinstated",
        stated({
          1: ["NEW", "9"],
          2: ["VOID", "9"],
          3: ["REINSTATE", "1000"],
          4: ["AMEND", "1200"],
        }),
      ],
      [
        "loaded, not stated",
        { ...E({ premium_change_fen: "7" }), record_version: { 1: null, 2: null } },
      ],
      ["loaded, then amended", { ...E({ premium_change_fen: "7" }), record_version: { 1: null } }],
      [
        "an endorsement taken back, and the amendment",
        { ...S({ written_premium_fen: "1000" }), ...E({ voided: 1 }) },
      ],
    ],
    break: [
      ["one fen less", S({ written_premium_fen: "1199" })],
      ["one fen more", S({ written_premium_fen: "1201" })],
      [
        "endorsed from today, not amended",
        {
          ...S({ written_premium_fen: "1000" }),
          ...E({ effective_from: "2026-06-01" }),
          record_version: { 2: null },
        },
      ],
      ["amended without endorsement", E(null)],
      ["the endorsement is void", E({ voided: 1 })],
      [
        "the original was corrected to what is paid now",
        stated({ 1: ["NEW", "1000"], 2: ["CORRECT", "1200"] }),
      ],
    ],
  },
};

const computed = "s.base_premium_fen * s.rate_factor";
/** Of one line, and of a factor that is written with four digits. */
const rounding = "({premiumLineRoundingFen} + 0.00005 * s.base_premium_fen)";
const off = (endorsed: string): string =>
  `ABS(s.written_premium_fen - (${endorsed}) - ${computed}) > ${rounding}`;

/**
 * The lines of a premium are the base premium times its factor, and the endorsements: whether the
 * base premium was amended with them or not. Co-insurers' parts are shares and no amounts; of what
 * the rate is a share is not said (per person, per accident, aggregate), so it is not judged.
 */
const premiumNotItsLines: FindingRule = {
  id: "POL-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: accuracy,
  zh: "保费总额与其构成（基准保费×费率浮动系数，加批改保费）不符",
  en: "The premium is not what its lines make: base premium times rate factor, and endorsements",
  subject: policySubject,
  paths: ["$.writtenPremiumFen", "$.basePremiumFen", "$.rateFactor"],
  parameters: { premiumLineRoundingFen: 1 },
  broken: `${off("0")} AND ${off(changes)} AND ${off(changesSoFar)}`,
  reads: endorsements,
  examples: {
    // 2,000.00 × 1.1555 = 2,311.00, within 1 + 10 fen.
    given: S({ base_premium_fen: "200000", rate_factor: "1.1555", written_premium_fen: "231100" }),
    meet: [
      ["to the fen", {}],
      ["a factor that was rounded up", S({ written_premium_fen: "231111" })],
      ["a factor that was rounded down", S({ written_premium_fen: "231089" })],
      [
        "endorsed, the base as it was",
        {
          ...S({ written_premium_fen: "251100" }),
          ...E({ premium_change_fen: "20000", effective_from: "2026-06-02" }),
        },
      ],
      ["endorsed, the base amended as well", E({ premium_change_fen: "20000" })],
      [
        "one of two endorsements holds so far",
        {
          ...S({ written_premium_fen: "251100" }),
          endorsement: {
            E: { policy_id: "S", premium_change_fen: "20000", effective_from: "2026-06-01" },
            F: { policy_id: "S", premium_change_fen: "70000", effective_from: "2026-06-02" },
          },
        },
      ],
    ],
    break: [
      ["one fen more", S({ written_premium_fen: "231112" })],
      ["one fen less", S({ written_premium_fen: "231088" })],
      [
        "endorsed, but void",
        {
          ...S({ written_premium_fen: "251100" }),
          ...E({ premium_change_fen: "20000", voided: 1 }),
        },
      ],
    ],
  },
};

/** What the premium of a committed policy is held against: its history and its lines. */
export const policyPremiumFindings: readonly FindingRule[] = [
  unexplainedPremium,
  premiumNotItsLines,
];
