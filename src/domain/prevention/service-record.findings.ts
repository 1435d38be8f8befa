import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { DrillTopic } from "./drill-topic";
import { serviceSubject } from "./service.subject";

const services = "皖应急安责险通知第二条；AQ 9010-2019";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ service_record: { S: columns } });
const serviceDay = dayOf("s.started_at");
const lastDay = dayOf("COALESCE(s.ended_at, s.started_at)");

const outsideCover: FindingRule = {
  id: "SVR-04",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "应急厅函〔2024〕322号第四条（专门用于投保单位）",
  zh: "服务不在保险期间内",
  en: "The service lies outside the cover",
  subject: serviceSubject,
  paths: ["$.startedAt"],
  broken: `EXISTS (SELECT 1 FROM policy p WHERE p.id = s.policy_id AND p.voided = 0
    AND (${serviceDay} NOT BETWEEN p.start_date AND p.end_date OR ${serviceDay} >= p.cancelled_on))`,
  reads: [matching("policy", "id", "service_record", "policy_id")],
  examples: {
    given: {
      policy: { P: { start_date: "2026-01-01", end_date: "2026-12-31" } },
      ...S({ policy_id: "P", started_at: "2025-12-31 16:00:00" }),
    },
    meet: [
      ["from the first moment", {}],
      ["until the last", S({ started_at: "2026-12-31 15:59:59" })],
    ],
    break: [
      ["a second before", S({ started_at: "2025-12-31 15:59:59" })],
      ["a second after", S({ started_at: "2026-12-31 16:00:00" })],
      ["when it was cancelled", { policy: { P: { cancelled_on: "2026-01-01" } } }],
    ],
  },
};

const withoutPosition: FindingRule = {
  id: "SVR-06",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: "皖应急安责险通知第三条（走形式、走过场）",
  zh: "现场服务无定位信息",
  en: "A service on site has no position",
  subject: serviceSubject,
  paths: ["$.lat", "$.lon", "$.datum"],
  broken: "s.mode = 'ONSITE' AND (s.lat IS NULL OR s.lon IS NULL OR s.datum IS NULL)",
  reads: [],
  examples: {
    given: S({ mode: "ONSITE", lat: "31.8", lon: "117.2", datum: "GCJ02" }),
    meet: [
      ["with one", {}],
      ["remote", S({ mode: "REMOTE", lat: null, lon: null, datum: null })],
    ],
    break: [
      ["without", S({ lat: null, lon: null })],
      ["in no datum", S({ datum: null })],
    ],
  },
};

const unconfirmed: FindingRule = {
  id: "SVR-07",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: `${services}（双方确认）`,
  zh: "投保单位未在规定工作日内确认服务",
  en: "The enterprise did not confirm the service within the working days allowed",
  subject: serviceSubject,
  paths: ["$.enterpriseConfirmedAt"],
  parameters: { serviceConfirmationWorkingDays: 5 },
  broken: laterThanWorkingDays(
    `COALESCE(${dayOf("s.enterprise_confirmed_at")}, {today})`,
    lastDay,
    "{serviceConfirmationWorkingDays}",
  ),
  reads: [],
  examples: {
    given: S({ started_at: "2026-05-11 02:00:00", enterprise_confirmed_at: "2026-05-18 15:59:59" }),
    meet: [
      ["on the fifth working day", {}],
      [
        "not yet, on the fifth",
        S({ started_at: "2026-05-25 02:00:00", enterprise_confirmed_at: null }),
      ],
      [
        "a holiday between",
        {
          ...S({ enterprise_confirmed_at: "2026-05-19 15:59:59" }),
          calendar_exception: { X: { day: "2026-05-13", working: 0 } },
        },
      ],
    ],
    break: [
      ["on the sixth", S({ enterprise_confirmed_at: "2026-05-18 16:00:00" })],
      [
        "not yet, on the sixth",
        S({ started_at: "2026-05-22 02:00:00", enterprise_confirmed_at: null }),
      ],
      [
        "a day made up between",
        {
          ...S({
            started_at: "2026-05-14 02:00:00",
            enterprise_confirmed_at: "2026-05-21 02:00:00",
          }),
          calendar_exception: { X: { day: "2026-05-16", working: 1 } },
        },
      ],
    ],
  },
};

const reportedLate: FindingRule = {
  id: "SVR-17",
  severity: Severity.WARN,
  class: RuleClass.TIMELINESS,
  legalBasis: "应急厅函〔2024〕322号第五条（及时采集）",
  zh: "服务结束后超过规定工作日才报送",
  en: "The service was reported later than the working days allowed",
  subject: serviceSubject,
  paths: ["$.endedAt"],
  parameters: { serviceReportWorkingDays: 3 },
  broken: `EXISTS (SELECT 1 FROM record_version v WHERE v.record_id = s.id AND v.version = 1
    AND ${laterThanWorkingDays(dayOf("v.received_at"), lastDay, "{serviceReportWorkingDays}")})`,
  reads: [],
  examples: {
    given: {
      ...S({ started_at: "2026-05-11 02:00:00" }),
      record_version: {
        V: { sequence: 1, record_id: "S", version: 1, received_at: "2026-05-14 15:59:59" },
      },
    },
    meet: [
      ["on the third working day", {}],
      [
        "corrected later",
        {
          record_version: {
            W: { sequence: 2, record_id: "S", version: 2, received_at: "2026-05-30 00:00:00" },
          },
        },
      ],
    ],
    break: [["on the fourth", { record_version: { V: { received_at: "2026-05-14 16:00:00" } } }]],
  },
};

const trainingWithoutProof: FindingRule = {
  id: "SVR-18",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "应急厅函〔2024〕322号第三条（培训效果）",
  zh: "培训无参加人数或签到佐证",
  en: "A training has no attendees or no sign-in sheet",
  subject: serviceSubject,
  paths: ["$.attendees", "$.evidence"],
  broken: `s.item = '01' AND (COALESCE(s.attendees, 0) = 0 OR NOT EXISTS (
    SELECT 1 FROM service_evidence x
    WHERE x.service_record_id = s.id AND x.voided = 0 AND x.kind = 'SIGN_IN_SHEET'))`,
  reads: [
    {
      table: "service_evidence",
      subjects: "SELECT c.service_record_id AS id FROM service_evidence c WHERE c.id IN ({ids})",
    },
  ],
  examples: {
    given: {
      ...S({ item: "01", attendees: 1 }),
      service_evidence: { X: { service_record_id: "S", kind: "SIGN_IN_SHEET" } },
    },
    meet: [
      ["one attendee, signed in", {}],
      ["another item", { ...S({ item: "03", attendees: null }), service_evidence: { X: null } }],
    ],
    break: [
      ["nobody", S({ attendees: 0 })],
      ["only a photo", { service_evidence: { X: { kind: "PHOTO" } } }],
    ],
  },
};

const practised = Object.values(DrillTopic)
  .map((topic) => `s.drill_topics LIKE '%"${topic}"%'`)
  .join(" AND ");

const incompleteDrill: FindingRule = {
  id: "SVR-19",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "应急厅函〔2024〕322号第三条（应急演练）",
  zh: "应急演练未涵盖安全出口、疏散和应急处置",
  en: "A drill did not practise exits, evacuation and response",
  subject: serviceSubject,
  paths: ["$.drillTopics"],
  broken: `s.item = '05' AND NOT COALESCE(${practised}, FALSE)`,
  reads: [],
  examples: {
    given: S({ item: "05", drill_topics: '["EXITS","EVACUATION","RESPONSE"]' }),
    meet: [
      ["all three", {}],
      ["no drill", S({ item: "03", drill_topics: null })],
      ["planned", S({ status: "PLANNED", drill_topics: null })],
    ],
    break: [
      ["two of them", S({ drill_topics: '["EXITS","RESPONSE"]' })],
      ["nothing stated", S({ drill_topics: null })],
    ],
  },
};

const withoutReturnVisit: FindingRule = {
  id: "SVR-23",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: `${services}（回访）`,
  zh: "服务后规定天数内未记录回访",
  en: "No return visit was recorded within the days allowed after the service",
  subject: serviceSubject,
  paths: ["$.returnVisitAt"],
  parameters: { returnVisitDays: 30 },
  broken: `s.return_visit_at IS NULL AND DATEDIFF({today}, ${lastDay}) > {returnVisitDays}`,
  reads: [],
  examples: {
    given: S({ started_at: "2026-05-01 02:00:00" }),
    meet: [
      ["on day 30", S({ started_at: "2026-05-02 02:00:00" })],
      ["visited", S({ return_visit_at: "2026-05-20 00:00:00" })],
    ],
    break: [["on day 31", {}]],
  },
};

/** What committed services are judged by: cover, confirmation, completeness, reporting. */
export const serviceRecordFindings: readonly FindingRule[] = [
  outsideCover,
  withoutPosition,
  unconfirmed,
  reportedLate,
  trainingWithoutProof,
  incompleteDrill,
  withoutReturnVisit,
];
