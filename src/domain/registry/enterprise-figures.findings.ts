import type { FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import {
  enterpriseForAuthority,
  enterpriseStatement,
  insurersStanding,
  statementsOfEnterprise,
} from "./enterprise.subject";
import { byBoth, two, type Stated } from "./stated-examples";

const insurers = String(insurersStanding);

/** Two live statements about the enterprise `s`, each with what it says. */
const stating = (which: string, condition: string): string => `EXISTS (
  SELECT 1 FROM joint_statement a
    JOIN record_version v ON v.record_id = a.record_id AND v.version = a.version
    JOIN joint_statement b ON b.thing_id = a.thing_id AND b.record_id <> a.record_id
    JOIN record_version w ON w.record_id = b.record_id AND w.version = b.version
  WHERE a.thing_id = s.id AND a.voided = 0 AND b.voided = 0 AND a.owner_id <> b.owner_id
    AND ${which} AND ${condition})`;

const graded = (riskGrade: string, gradedOn: string, more: Partial<Stated> = {}): Stated => ({
  says: { riskGrade, gradedOn },
  ...more,
});
const gradesApart: FindingRule = {
  id: "ENT-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第三条",
  zh: "两家保险机构在规定天数内对同一单位评定的风险等级相差两级",
  en: "Two insurers graded the risk of one enterprise two grades apart within days",
  subject: enterpriseForAuthority,
  paths: ["$.riskGrade", "$.gradedOn"],
  parameters: { riskGradesApartDays: 90 },
  broken: stating(
    `a.standing = ${insurers} AND b.standing = ${insurers}`,
    `JSON_VALUE(v.payload, '$.riskGrade') = 'HIGH' AND JSON_VALUE(w.payload, '$.riskGrade') = 'LOW'
    AND ABS(DATEDIFF(JSON_VALUE(v.payload, '$.gradedOn'), JSON_VALUE(w.payload, '$.gradedOn')))
      <= {riskGradesApartDays}`,
  ),
  reads: [],
  examples: {
    given: byBoth(graded("HIGH", "2026-01-01"), graded("LOW", "2026-04-02")),
    meet: [
      ["on day 91", {}],
      ["one grade apart", byBoth(graded("HIGH", "2026-01-01"), graded("MEDIUM", "2026-01-01"))],
      [
        "one insurer, in two records",
        byBoth(graded("HIGH", "2026-01-01"), graded("LOW", "2026-01-01", { by: "A" })),
      ],
      [
        "one of them took it back",
        byBoth(graded("HIGH", "2026-01-01"), graded("LOW", "2026-01-01", { voided: 1 })),
      ],
      [
        "an insurer and an authority",
        byBoth(graded("HIGH", "2026-01-01"), graded("LOW", "2026-01-01", { standing: 0 })),
      ],
    ],
    break: [
      ["on day 90", byBoth(graded("HIGH", "2026-01-01"), graded("LOW", "2026-04-01"))],
      [
        "the later one is higher",
        byBoth(graded("LOW", "2026-01-01"), graded("HIGH", "2026-04-01")),
      ],
    ],
  },
};

const headcount = (payload: string): string =>
  `CAST(JSON_VALUE(${payload}, '$.headcount') AS SIGNED)`;
const differs = (own: string, other: string): string =>
  `100 * ABS(${headcount(own)} - ${headcount(other)}) > {headcountPctMax} * ${headcount(other)}`;
const employing = (persons: number, more: Partial<Stated> = {}): Stated => ({
  says: { headcount: persons },
  ...more,
});

/** Headcounts change: only those as of about the same time are compared. */
const headcountRule = {
  id: "ENT-09",
  severity: Severity.WARN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "皖应急安责险通知第四条（准确）",
  paths: ["$.headcount"],
  parameters: { headcountPctMax: 50, headcountDaysApart: 366 },
} as const;

const headcountUnlikeRegistry: FindingRule = {
  ...headcountRule,
  aspect: "registry",
  zh: "所报从业人数与监管部门掌握的相差过大",
  en: "The headcount stated is far from what an authority states",
  subject: enterpriseStatement,
  broken: `s.standing = ${insurers} AND EXISTS (SELECT 1 FROM joint_statement r
    JOIN record_version w ON w.record_id = r.record_id AND w.version = r.version
    WHERE r.thing_id = s.thing_id AND r.standing < ${insurers} AND r.voided = 0
      AND ABS(DATEDIFF(r.as_of, s.as_of)) <= {headcountDaysApart}
      AND ${differs("s.payload", "w.payload")})`,
  reads: [statementsOfEnterprise],
  examples: {
    given: two(employing(150), employing(100, { by: "R", standing: 0 })),
    meet: [
      ["half as many again", {}],
      ["half of them", two(employing(50), employing(100, { by: "R", standing: 0 }))],
      ["unlike another insurer's", two(employing(999), employing(100, { by: "B" }))],
      [
        "367 days apart",
        two(employing(999), employing(100, { by: "R", standing: 0, asOf: "2025-04-29" })),
      ],
    ],
    break: [
      ["one more", two(employing(151), employing(100, { by: "R", standing: 0 }))],
      ["one less", two(employing(49), employing(100, { by: "R", standing: 0 }))],
      [
        "366 days apart",
        two(employing(999), employing(100, { by: "R", standing: 0, asOf: "2025-04-30" })),
      ],
    ],
  },
};

const headcountsApart: FindingRule = {
  ...headcountRule,
  aspect: "insurers",
  zh: "各方所报同一单位的从业人数相差过大",
  en: "Two insurers, or two authorities, state headcounts of one enterprise that are far apart",
  subject: enterpriseForAuthority,
  broken: stating(
    "a.standing = b.standing AND ABS(DATEDIFF(a.as_of, b.as_of)) <= {headcountDaysApart}",
    `(${differs("v.payload", "w.payload")})`,
  ),
  reads: [],
  examples: {
    given: byBoth(employing(150), employing(100)),
    meet: [
      ["half as many again", {}],
      ["one insurer, in two records", byBoth(employing(999), employing(100, { by: "A" }))],
      ["367 days apart", byBoth(employing(999), employing(100, { asOf: "2025-04-29" }))],
      ["an insurer and an authority", byBoth(employing(999), employing(100, { standing: 0 }))],
    ],
    break: [
      ["one more", byBoth(employing(151), employing(100))],
      ["one more at the other", byBoth(employing(100), employing(151))],
    ],
  },
};

/** Grades and headcounts that several parties state of one enterprise, held against each other. */
export const enterpriseFiguresFindings: readonly FindingRule[] = [
  gradesApart,
  headcountUnlikeRegistry,
  headcountsApart,
];
