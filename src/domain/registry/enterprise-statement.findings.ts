import type { ExampleRows, FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import {
  enterpriseStatement,
  insurersStanding,
  statementsOfEnterprise,
} from "./enterprise.subject";
import { foldedName } from "./folded-name";
import { statements, two, type Stated } from "./stated-examples";

const accuracy = "皖应急安责险通知第四条（准确）";
const insurers = String(insurersStanding);

const registry = (name: string, more: Partial<Stated> = {}): Stated => ({
  ...{ by: "R", standing: 0, says: { name } },
  ...more,
});
const named = (name: string, more: Partial<Stated> = {}): Stated => ({ says: { name }, ...more });

/**
 * The registry is what authorities state, or the hub was loaded with; two of them may write a name
 * differently. Whoever states how an enterprise was before the registry did may use a former name.
 */
const otherName: FindingRule = {
  id: "ENT-02",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: accuracy,
  zh: "所报单位名称与该统一社会信用代码的登记名称不一致",
  en: "The name stated is not the one the registry has for this code",
  subject: enterpriseStatement,
  paths: ["$.name"],
  broken: `s.standing = ${insurers} AND EXISTS (SELECT 1 FROM joint_statement r
    WHERE r.thing_id = s.thing_id AND r.standing < ${insurers} AND r.voided = 0)`,
  columns: `JSON_VALUE(s.payload, '$.name') AS name, CAST((
    SELECT JSON_ARRAYAGG(COALESCE(JSON_VALUE(w.payload, '$.name'),
      JSON_VALUE(r.loaded, '$.row.name'), ''))
    FROM joint_statement r LEFT JOIN record_version w ON w.record_id = r.record_id
      AND (w.version = r.version OR r.as_of > s.as_of)
    WHERE r.thing_id = s.thing_id AND r.standing < ${insurers} AND r.voided = 0) AS CHAR) AS known`,
  judges: ({ name, known }) => {
    const registered = JSON.parse(String(known)) as string[];
    return !registered.map(foldedName).includes(foldedName(String(name)));
  },
  reads: [statementsOfEnterprise],
  examples: {
    given: two(named("甲(安徽)Co 厂"), registry("甲（安徽）ｃｏ厂")),
    meet: [
      ["width, brackets, blanks and case apart", {}],
      ["what another insurer states", two(named("甲厂"), named("乙厂", { by: "B" }))],
      ["what an authority took back", two(named("甲厂"), registry("乙厂", { voided: 1 }))],
      [
        "loaded under this name",
        {
          ...two(named("甲厂"), registry("乙厂", { voided: 1 })),
          joint_statement: {
            L: {
              ...{ thing_id: "E", record_id: "E", owner_id: null, standing: 0 },
              loaded: '{"row":{"name":"甲厂"}}',
            },
          },
        },
      ],
      [
        "a former name, as of an earlier day",
        former(named("甲(安徽)Co 厂", { asOf: "2026-04-30" })),
      ],
    ],
    break: [
      ["another name", two(named("甲厂"), registry("乙厂"))],
      ["a former name, as of the same day", former(named("甲(安徽)Co 厂"))],
    ],
  },
};

/** The registry's enterprise came to be named otherwise. */
function former(own: Stated): ExampleRows {
  const world = two(own, registry("甲（安徽）ｃｏ厂"));
  const now = { record_id: "O", version: 2, payload: '{"name":"丙厂"}', sequence: 200 };
  const { O, ...others } = world["joint_statement"] ?? {};
  return {
    ...world,
    joint_statement: { ...others, O: { ...O, version: 2 } },
    record_version: { ...world["record_version"], N: now },
  };
}

/** An amendment under this alias that changed the name or the address; its day. */
const moved = (alias: string): string => `${alias}.action = 'AMEND' AND EXISTS (
  SELECT 1 FROM record_version b
  WHERE b.record_id = ${alias}.record_id AND b.version = ${alias}.version - 1
    AND (JSON_VALUE(b.payload, '$.name') <> JSON_VALUE(${alias}.payload, '$.name')
      OR JSON_VALUE(b.payload, '$.address') <> JSON_VALUE(${alias}.payload, '$.address')))`;

const version = (n: number, day: string, name: string, address: string, action = "AMEND") => ({
  [`V${String(n)}`]: {
    ...{ sequence: n, record_id: "S", version: n, effective_from: day, action },
    payload: JSON.stringify({ name, address }),
  },
});

/** Facts that changed are amendments; what was only stated wrongly is counted by SUB-12. */
const movesOften: FindingRule = {
  id: "ENT-06",
  severity: Severity.WARN,
  class: RuleClass.CONSISTENCY,
  aspect: "changes",
  legalBasis: accuracy,
  zh: "一年内单位名称或地址变更次数过多",
  en: "Name or address changed too often within a year",
  subject: enterpriseStatement,
  paths: ["$.name", "$.address"],
  parameters: { nameChangesPerYearMax: 1 },
  broken: `s.version > {nameChangesPerYearMax} AND EXISTS (SELECT 1 FROM record_version v
    WHERE v.record_id = s.id AND ${moved("v")} AND (SELECT COUNT(*) FROM record_version w
      WHERE w.record_id = s.id AND w.effective_from <= v.effective_from
        AND w.effective_from > v.effective_from - INTERVAL 1 YEAR
        AND ${moved("w")}) > {nameChangesPerYearMax})`,
  reads: [statementsOfEnterprise],
  examples: {
    given: {
      ...statements({ S: { says: {} } }),
      joint_statement: {
        S: { thing_id: "E", record_id: "S", owner_id: "A", version: 3, as_of: "2026-05-01" },
      },
      record_version: {
        ...version(1, "2025-05-01", "甲", "一", "NEW"),
        ...version(2, "2025-05-02", "乙", "一"),
        ...version(3, "2026-05-01", "乙", "二"),
      },
    },
    meet: [
      ["a year apart", { record_version: version(2, "2025-05-01", "乙", "一") }],
      ["one changed something else", { record_version: version(2, "2025-05-02", "甲", "一") }],
      ["one is a correction", { record_version: version(2, "2025-05-02", "乙", "一", "CORRECT") }],
    ],
    break: [["a name and an address in a day less than a year", {}]],
  },
};

const degrees = (name: string): string =>
  `CAST(JSON_VALUE(s.payload, '$.${name}') AS DECIMAL(9, 6))`;
const site = (lat: string, lon: string): ExampleRows =>
  statements({ S: { says: { lat, lon, regionCode: "340104" } } });

/** A region is known by its extent only: of the country, unless a region has one of its own. */
const outsideRegion: FindingRule = {
  id: "ENT-10",
  severity: Severity.WARN,
  class: RuleClass.VALIDITY,
  legalBasis: "ENG",
  zh: "坐标不在所在地区的四至范围之内",
  en: "The position is outside the extent of the region",
  subject: enterpriseStatement,
  paths: ["$.lat", "$.lon"],
  parameters: { regionLatMin: 3, regionLatMax: 54, regionLonMin: 73, regionLonMax: 136 },
  broken: `${degrees("lat")} NOT BETWEEN {regionLatMin} AND {regionLatMax}
    OR ${degrees("lon")} NOT BETWEEN {regionLonMin} AND {regionLonMax}`,
  reads: [statementsOfEnterprise],
  examples: {
    given: site("31.861100", "117.285700"),
    meet: [
      ["in the middle", {}],
      ["at two corners of the country", site("3", "136")],
      ["at the others", site("54", "73")],
      ["no position", statements({ S: { says: {} } })],
    ],
    break: [
      ["south of it", site("2.999999", "117")],
      ["north of it", site("54.000001", "117")],
      ["west of it", site("31", "72.999999")],
      ["east of it", site("31", "136.000001")],
      [
        "outside the extent of its province",
        {
          region_parameter: {
            P: {
              ...{ key: "regionLatMax", value: "31.8611", region_prefix: "34" },
              effective_from: "2020-01-01",
            },
          },
          ...site("31.861101", "117"),
        },
      ],
    ],
  },
};

/** What a party states of an enterprise, held against the registry and what it stated before. */
export const enterpriseStatementFindings: readonly FindingRule[] = [
  otherName,
  movesOften,
  outsideRegion,
];
