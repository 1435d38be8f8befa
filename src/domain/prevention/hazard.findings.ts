import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matchingAll, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { hazardForAuthority, hazardSubject } from "./service.subject";

const letter = "应急厅函〔2024〕322号第二条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ hazard: { S: columns } });
const V = (columns: Columns) => ({ hazard_event: { V: columns } });

/** When the first event of these kinds was. */
const first = (...kinds: string[]): string => `(SELECT MIN(v.at) FROM hazard_event v
  WHERE v.hazard_id = s.id AND v.voided = 0 AND v.kind IN ('${kinds.join("', '")}'))`;
const events = [naming("hazard_event", "hazard_id")];

const lateNotice: FindingRule = {
  id: "HAZ-03",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: `${letter}（及时通知）`,
  zh: "重大事故隐患未在规定小时内告知主要负责人或实际控制人",
  en: "A major hazard was not notified within the hours allowed",
  subject: hazardSubject,
  paths: ["$.events"],
  parameters: { majorHazardNoticeHours: 24 },
  broken: `s.level = 'MAJOR' AND COALESCE(${first("NOTIFIED")}, {today} - INTERVAL 8 HOUR)
    > s.found_at + INTERVAL {majorHazardNoticeHours} HOUR`,
  reads: events,
  examples: {
    given: {
      ...S({ level: "MAJOR", found_at: "2026-05-30 02:00:00" }),
      ...V({ hazard_id: "S", kind: "NOTIFIED", at: "2026-05-31 02:00:00" }),
    },
    meet: [
      ["after 24 hours", {}],
      ["general", { ...S({ level: "GENERAL" }), hazard_event: { V: null } }],
      [
        "not yet, found yesterday",
        { ...S({ found_at: "2026-05-30 16:00:00" }), hazard_event: { V: null } },
      ],
    ],
    break: [
      ["a second later", V({ at: "2026-05-31 02:00:01" })],
      [
        "not yet, found two days ago",
        { ...S({ found_at: "2026-05-30 15:59:59" }), hazard_event: { V: null } },
      ],
    ],
  },
};

const notEscalated: FindingRule = {
  id: "HAZ-05",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: `${letter}（及时上报）`,
  zh: "重大事故隐患逾期未整改，且未在规定工作日内上报",
  en: "A major hazard was neither rectified by its deadline nor reported in the working days after",
  subject: hazardSubject,
  paths: ["$.deadline", "$.events"],
  parameters: { majorHazardReportWorkingDays: 1 },
  broken: `s.level = 'MAJOR' AND ${laterThanWorkingDays(
    `COALESCE(${dayOf(first("RECTIFIED", "REPORTED"))}, {today})`,
    "s.deadline",
    "{majorHazardReportWorkingDays}",
  )}`,
  reads: events,
  examples: {
    given: {
      ...S({ level: "MAJOR", deadline: "2026-05-15" }),
      ...V({ hazard_id: "S", kind: "REPORTED", at: "2026-05-18 15:59:59" }),
    },
    meet: [
      ["reported on the next working day", {}],
      ["rectified", V({ kind: "RECTIFIED", at: "2026-05-10 00:00:00" })],
      [
        "the next working day is today",
        { ...S({ deadline: "2026-05-29" }), hazard_event: { V: null } },
      ],
    ],
    break: [
      ["reported a day later", V({ at: "2026-05-18 16:00:00" })],
      ["never", { hazard_event: { V: null } }],
      ["only found to be overdue", V({ kind: "OVERDUE", at: "2026-05-16 00:00:00" })],
    ],
  },
};

const sameEvidence: FindingRule = {
  id: "HAZ-07",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: `${letter}（闭环）`,
  zh: "复查佐证与发现时相同，或复查无佐证",
  en: "The re-check has no evidence, or that of the discovery",
  subject: hazardSubject,
  paths: ["$.events"],
  broken: `EXISTS (SELECT 1 FROM hazard_event v WHERE v.hazard_id = s.id AND v.voided = 0
    AND v.kind = 'RECHECKED' AND (v.evidence_digest IS NULL OR EXISTS (
      SELECT 1 FROM hazard_event f WHERE f.hazard_id = s.id AND f.voided = 0
        AND f.kind IN ('FOUND', 'NOTIFIED') AND f.evidence_digest = v.evidence_digest)))`,
  reads: events,
  examples: {
    given: {
      ...S({}),
      hazard_event: {
        F: { hazard_id: "S", kind: "FOUND", evidence_digest: "a" },
        V: { hazard_id: "S", kind: "RECHECKED", evidence_digest: "b" },
      },
    },
    meet: [["new evidence", {}]],
    break: [
      ["the same", V({ evidence_digest: "a" })],
      ["none", V({ evidence_digest: null })],
    ],
  },
};

const oddDeadline: FindingRule = {
  id: "HAZ-08",
  severity: Severity.WARN,
  class: RuleClass.VALIDITY,
  legalBasis: letter,
  zh: "整改期限早于发现日期，或长于规定天数",
  en: "The deadline is before the discovery, or further off than allowed",
  subject: hazardSubject,
  paths: ["$.deadline"],
  parameters: { hazardDeadlineDaysMax: 180 },
  broken: `s.deadline < ${dayOf("s.found_at")}
    OR DATEDIFF(s.deadline, ${dayOf("s.found_at")}) > {hazardDeadlineDaysMax}`,
  reads: [],
  examples: {
    given: S({ found_at: "2026-05-01 00:00:00", deadline: "2026-05-01" }),
    meet: [
      ["the same day", {}],
      ["180 days", S({ deadline: "2026-10-28" })],
    ],
    break: [
      ["the day before", S({ deadline: "2026-04-30" })],
      ["181 days", S({ deadline: "2026-10-29" })],
    ],
  },
};

const again: FindingRule = {
  id: "HAZ-09",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: `${letter}（闭环）`,
  zh: "同一隐患销号后再次出现，且不止一次",
  en: "The same hazard is there again, after it was closed at least twice",
  subject: hazardSubject,
  paths: ["$.criterionCode", "$.description"],
  parameters: { hazardClosedTimes: 2 },
  broken: `(SELECT COUNT(*) FROM hazard o WHERE o.enterprise_id = s.enterprise_id
    AND o.insurer_id = s.insurer_id AND o.voided = 0 AND o.status = 'CLOSED'
    AND o.found_at < s.found_at AND o.id <> s.id
    AND o.criterion_code <=> s.criterion_code AND o.description = s.description
    AND o.place <=> s.place) >= {hazardClosedTimes}`,
  reads: [matchingAll("hazard", ["enterprise_id", "insurer_id"], "hazard")],
  examples: {
    given: {
      hazard: Object.fromEntries(
        ["A", "B", "S"].map((id, n) => [
          id,
          {
            ...{ enterprise_id: "E", insurer_id: "I", description: "未接地", place: "车间" },
            ...{ status: id === "S" ? "FOUND" : "CLOSED", found_at: `2026-0${n + 1}-01 00:00:00` },
          },
        ]),
      ),
    },
    meet: [
      ["closed once", { hazard: { A: { status: "RECTIFIED" } } }],
      ["elsewhere", { hazard: { A: { place: "仓库" } } }],
    ],
    break: [["closed twice", {}]],
  },
};

const madeGeneral: FindingRule = {
  id: "HAZ-11",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: `${letter}；皖应急安责险通知第四条`,
  zh: "整改期限过后将重大事故隐患更正为一般隐患",
  en: "After its deadline a major hazard was corrected to a general one",
  subject: hazardSubject,
  paths: ["$.level"],
  broken: `s.level = 'GENERAL' AND EXISTS (SELECT 1 FROM record_version v
    JOIN record_version w ON w.record_id = v.record_id AND w.version = v.version + 1
    WHERE v.record_id = s.id AND w.action = 'CORRECT'
      AND JSON_VALUE(v.payload, '$.level') = 'MAJOR' AND JSON_VALUE(w.payload, '$.level') = 'GENERAL'
      AND ${dayOf("w.received_at")} > JSON_VALUE(v.payload, '$.deadline'))`,
  reads: [],
  examples: {
    given: {
      ...S({ level: "GENERAL" }),
      record_version: {
        V: {
          ...{ sequence: 1, record_id: "S", version: 1 },
          payload: '{"level":"MAJOR","deadline":"2026-05-01"}',
        },
        W: {
          ...{ sequence: 2, record_id: "S", version: 2, action: "CORRECT" },
          ...{ payload: '{"level":"GENERAL"}', received_at: "2026-05-01 15:59:59" },
        },
      },
    },
    meet: [
      ["on the day of the deadline", {}],
      [
        "major again",
        { ...S({ level: "MAJOR" }), record_version: { W: { received_at: "2026-05-02 00:00:00" } } },
      ],
    ],
    break: [["the day after", { record_version: { W: { received_at: "2026-05-01 16:00:00" } } }]],
  },
};

const workItem: FindingRule = {
  id: "HAZ-13",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: `${letter}；皖应急安责险通知第四条（在线监测）`,
  zh: "重大事故隐患已逾期，未整改也未上报，转应急管理部门处理",
  en: "A major hazard is past its deadline, not rectified, not reported: for emergency management",
  subject: hazardForAuthority,
  paths: ["$.deadline", "$.status"],
  broken: `s.level = 'MAJOR' AND s.deadline < {today}
    AND s.status NOT IN ('RECTIFIED', 'RECHECKED', 'CLOSED')
    AND ${first("REPORTED", "SUPERVISED")} IS NULL`,
  reads: events,
  examples: {
    given: S({ level: "MAJOR", status: "NOTIFIED", deadline: "2026-05-31" }),
    meet: [
      ["on the day", S({ deadline: "2026-06-01" })],
      ["rectified", S({ status: "RECTIFIED" })],
      ["reported", V({ hazard_id: "S", kind: "REPORTED" })],
    ],
    break: [
      ["the day after", {}],
      ["returned by the re-check", S({ status: "RETURNED" })],
    ],
  },
};

/** What committed hazards are judged by. */
export const hazardFindings: readonly FindingRule[] = [
  lateNotice,
  notEscalated,
  sameEvidence,
  oddDeadline,
  again,
  madeGeneral,
  workItem,
];
