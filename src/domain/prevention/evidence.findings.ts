import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { policySubject } from "../underwriting/policy.subject";
import { isJointTraining } from "./expert-sessions";
import { kilometres } from "./kilometres";
import { serviceSubject, wasGiven } from "./service.subject";

const sham = "皖应急安责险通知第三条（走形式、走过场）";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ service_record: { S: columns } });
const E = (columns: Columns) => ({ service_evidence: { E: columns } });

const tooShort: FindingRule = {
  id: "SVR-05",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "隐患排查时长低于最低要求",
  en: "A hazard investigation shorter than the least time it takes",
  subject: serviceSubject,
  paths: ["$.startedAt", "$.endedAt"],
  parameters: { hazardInspectionMinutesMin: 120 },
  broken: `s.item = '03'
    AND TIMESTAMPDIFF(SECOND, s.started_at, s.ended_at) < 60 * {hazardInspectionMinutesMin}`,
  reads: [],
  examples: {
    given: S({ item: "03", started_at: "2026-05-01 01:00:00", ended_at: "2026-05-01 03:00:00" }),
    meet: [
      ["two hours", {}],
      ["a short training", S({ item: "01", ended_at: "2026-05-01 01:30:00" })],
    ],
    break: [["a second less", S({ ended_at: "2026-05-01 02:59:59" })]],
  },
};

const farFromSite: FindingRule = {
  id: "SVR-06",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "现场服务的定位远离投保单位",
  en: "The position of a service on site is far from the enterprise",
  subject: serviceSubject,
  paths: ["$.lat", "$.lon"],
  parameters: { siteKmMax: 1, datumToleranceKm: 0.7 },
  broken: `s.mode = 'ONSITE' AND EXISTS (SELECT 1 FROM enterprise e WHERE e.id = s.enterprise_id
    AND ${kilometres("s", "e")} > {siteKmMax}
      + CASE WHEN s.datum = e.datum THEN 0 ELSE {datumToleranceKm} END)`,
  reads: [matching("enterprise", "id", "service_record", "enterprise_id")],
  examples: {
    // 0.0089 degrees of latitude are 990 m, 0.0152 are 1,690 m.
    given: {
      enterprise: { E: { lat: "31.000000", lon: "117.000000", datum: "WGS84" } },
      ...S({
        ...{ mode: "ONSITE", enterprise_id: "E" },
        ...{ lat: "31.008900", lon: "117.000000", datum: "WGS84" },
      }),
    },
    meet: [
      ["990 m", {}],
      ["1,690 m in another datum", S({ lat: "31.015200", datum: "GCJ02" })],
      ["remote", S({ mode: "REMOTE", lat: "32" })],
      ["no position of the enterprise", { ...S({ lat: "32" }), enterprise: { E: { lat: null } } }],
    ],
    break: [
      ["1,010 m", S({ lat: "31.009100" })],
      ["1,710 m in another datum", S({ lat: "31.015400", datum: "GCJ02" })],
    ],
  },
};

const usedAgain: FindingRule = {
  id: "SVR-11",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: `${sham}；应急厅函〔2024〕322号第四条`,
  zh: "佐证材料与另一次服务的完全相同",
  en: "Evidence that is the very file of another service",
  subject: serviceSubject,
  paths: ["$.evidence"],
  others: `JOIN service_evidence x ON x.service_record_id = s.id AND x.voided = 0
    JOIN service_evidence y ON y.digest = x.digest AND y.service_record_id <> s.id AND y.voided = 0
    JOIN service_record o ON o.id = y.service_record_id AND ${wasGiven("o")}`,
  broken: `NOT ${isJointTraining("s", "o")}`,
  reads: [
    {
      table: "service_evidence",
      subjects: `SELECT y.service_record_id AS id FROM service_evidence c
        JOIN service_evidence y ON y.digest = c.digest WHERE c.id IN ({ids})`,
    },
    {
      table: "service_record",
      subjects: `SELECT y.service_record_id AS id FROM service_evidence c
        JOIN service_evidence y ON y.digest = c.digest WHERE c.service_record_id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      service_record: { S: { item: "01" }, O: { item: "01", started_at: "2026-01-02 00:00:00" } },
      service_evidence: {
        E: { service_record_id: "S", digest: "a" },
        F: { service_record_id: "O", digest: "b" },
      },
    },
    meet: [
      ["another file", {}],
      [
        "twice in one service",
        { service_evidence: { G: { service_record_id: "S", digest: "a" } } },
      ],
      [
        "one photo of a joint training",
        {
          service_record: {
            S: { started_at: "2026-01-02 00:00:00", ended_at: "2026-01-02 02:00:00" },
            O: { ended_at: "2026-01-02 02:00:00" },
          },
          service_evidence: { F: { digest: "a" } },
        },
      ],
    ],
    break: [["the same file", { service_evidence: { F: { digest: "a" } } }]],
  },
};

const capturedElsewhere: FindingRule = {
  id: "SVR-13",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "佐证材料的拍摄时间或地点与服务不符",
  en: "Evidence that was captured at another time or place than the service",
  subject: serviceSubject,
  paths: ["$.evidence"],
  parameters: { evidenceMinutesMax: 60, evidenceKmMax: 1 },
  broken: `EXISTS (SELECT 1 FROM service_evidence x
    WHERE x.service_record_id = s.id AND x.voided = 0 AND (
      x.captured_at < s.started_at - INTERVAL {evidenceMinutesMax} MINUTE
      OR x.captured_at > s.ended_at + INTERVAL {evidenceMinutesMax} MINUTE
      OR (s.mode = 'ONSITE' AND ${kilometres("s", "x")} > {evidenceKmMax})))`,
  reads: [naming("service_evidence", "service_record_id")],
  examples: {
    given: {
      ...S({
        ...{ mode: "ONSITE", lat: "31.00", lon: "117.00" },
        ...{ started_at: "2026-05-01 02:00:00", ended_at: "2026-05-01 04:00:00" },
      }),
      ...E({ service_record_id: "S", captured_at: "2026-05-01 01:00:00" }),
    },
    meet: [
      ["an hour before", {}],
      ["an hour after", E({ captured_at: "2026-05-01 05:00:00" })],
      ["in another datum, 700 m off", E({ lat: "31.0063", lon: "117.00" })],
    ],
    break: [
      ["a second earlier", E({ captured_at: "2026-05-01 00:59:59" })],
      ["a second later", E({ captured_at: "2026-05-01 05:00:01" })],
      ["1.1 km away", E({ lat: "31.01", lon: "117.00" })],
    ],
  },
};

const lastMoment: FindingRule = {
  id: "SVR-21",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "保单半数以上服务集中在到期前数日",
  en: "More than half of a policy's services were given in its last days",
  subject: policySubject,
  paths: ["$.services"],
  parameters: { lastDaysOfPolicy: 10 },
  broken: `(SELECT 2 * COALESCE(SUM(r.started_at + INTERVAL 8 HOUR
        >= s.end_date - INTERVAL {lastDaysOfPolicy} - 1 DAY), 0) - COUNT(*)
    FROM service_record r WHERE r.policy_id = s.id AND ${wasGiven("r")}) > 0`,
  reads: [naming("service_record", "policy_id")],
  examples: {
    given: {
      policy: { S: { end_date: "2026-05-31" } },
      service_record: {
        A: { policy_id: "S", started_at: "2026-05-21 15:59:59" },
        B: { policy_id: "S", started_at: "2026-05-25 02:00:00" },
      },
    },
    meet: [
      ["one of two", {}],
      ["none", { service_record: { A: null, B: null } }],
    ],
    break: [["both", { service_record: { A: { started_at: "2026-05-21 16:00:00" } } }]],
  },
};

const nothingEverFound: FindingRule = {
  id: "SVR-15",
  severity: Severity.INFO,
  class: RuleClass.FABRICATION,
  legalBasis: "应急厅函〔2024〕322号第二条",
  zh: "专家连续多次排查高风险单位均未发现隐患",
  en: "The expert found nothing in several hazard investigations of high risk in a row",
  subject: serviceSubject,
  paths: ["$.hazardsFound", "$.experts"],
  wide: true,
  parameters: { emptyInspectionsMin: 5 },
  broken: `s.item = '03' AND s.hazards_found = 0 AND EXISTS (
    SELECT 1 FROM service_record_expert x WHERE x.service_record_id = s.id AND x.voided = 0 AND (
      SELECT COUNT(*) ${inspectionsBefore("<=")} AND o.hazards_found = 0
        AND o.started_at > COALESCE((SELECT MAX(o.started_at) ${inspectionsBefore("<")}
          AND o.hazards_found > 0), '1000-01-01')) >= {emptyInspectionsMin})`,
  reads: [
    {
      table: "service_record",
      subjects: `SELECT y.service_record_id AS id FROM service_record_expert x
        JOIN service_record_expert y ON y.expert_id = x.expert_id
        WHERE x.service_record_id IN ({ids})`,
    },
    {
      table: "service_record_expert",
      subjects: `SELECT y.service_record_id AS id FROM service_record_expert x
        JOIN service_record_expert y ON y.expert_id = x.expert_id WHERE x.id IN ({ids})`,
    },
    {
      table: "enterprise",
      subjects: `SELECT y.service_record_id AS id FROM service_record r
        JOIN service_record_expert x ON x.service_record_id = r.id
        JOIN service_record_expert y ON y.expert_id = x.expert_id
        WHERE r.enterprise_id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      enterprise: { H: { risk_grade: "HIGH" } },
      service_record: Object.fromEntries(
        ["A", "B", "C", "D", "S"].map((id, n) => [
          id,
          {
            item: "03",
            enterprise_id: "H",
            hazards_found: 0,
            started_at: `2026-05-0${n + 1} 00:00:00`,
          },
        ]),
      ),
      service_record_expert: Object.fromEntries(
        ["A", "B", "C", "D", "S"].map((id) => [
          `x${id}`,
          { service_record_id: id, expert_id: "X" },
        ]),
      ),
    },
    meet: [
      ["four in a row", { service_record: { A: { hazards_found: 1 } } }],
      ["interrupted", { service_record: { C: { hazards_found: 1 } } }],
      ["at low risk", { enterprise: { H: { risk_grade: "LOW" } } }],
    ],
    break: [["five in a row", {}]],
  },
};

/** The investigations `o` of high risk by the expert `x` in the province, up to the service `s`. */
function inspectionsBefore(compare: "<" | "<="): string {
  return `FROM service_record_expert y JOIN service_record o ON o.id = y.service_record_id
    JOIN enterprise e ON e.id = o.enterprise_id AND e.risk_grade = 'HIGH'
    WHERE y.expert_id = x.expert_id AND y.voided = 0 AND ${wasGiven("o")} AND o.item = '03'
      AND LEFT(o.region_code, 2) = LEFT(s.region_code, 2) AND o.started_at ${compare} s.started_at`;
}

/** Leads about how services were given and what proves them. */
export const evidenceFindings: readonly FindingRule[] = [
  tooShort,
  farFromSite,
  usedAgain,
  capturedElsewhere,
  lastMoment,
  nothingEverFound,
];
