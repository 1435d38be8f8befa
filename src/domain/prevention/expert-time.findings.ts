import { dayOf } from "../../submission/findings/day-sql";
import type { ExampleRows, FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { isJointTraining, sameExpert, servicesNearby, sessionsOfExpert } from "./expert-sessions";
import { kilometres } from "./kilometres";
import { serviceSubject } from "./service.subject";

const sham = "皖应急安责险通知第三条（走形式、走过场）";
type Columns = Record<string, string | number | null>;

/** Services by id, all of the expert X unless said otherwise. */
function services(rows: Record<string, Columns>): ExampleRows {
  const common = { item: "03", mode: "ONSITE", status: "DONE" };
  return {
    service_record: Object.fromEntries(
      Object.entries(rows).map(([id, row]) => [id, { enterprise_id: id, ...common, ...row }]),
    ),
    service_record_expert: Object.fromEntries(
      Object.keys(rows).map((id) => [`x${id}`, { service_record_id: id, expert_id: "X" }]),
    ),
  };
}
const change = (id: string, columns: Columns) => ({ service_record: { [id]: columns } });

const twoPlacesAtOnce: FindingRule = {
  id: "SVR-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: `${sham}；应急厅函〔2024〕322号第四条`,
  zh: "同一专家同一时间在两个单位现场服务",
  en: "One expert served two enterprises on site at the same time",
  subject: serviceSubject,
  paths: ["$.experts", "$.startedAt", "$.endedAt"],
  others: sameExpert,
  broken: `o.enterprise_id <> s.enterprise_id AND s.mode = 'ONSITE' AND o.mode = 'ONSITE'
    AND s.started_at < o.ended_at AND o.started_at < s.ended_at
    AND NOT ${isJointTraining("s", "o")}`,
  reads: servicesNearby(1),
  examples: {
    given: services({
      S: { started_at: "2026-05-01 01:00:00", ended_at: "2026-05-01 03:00:00" },
      O: { started_at: "2026-05-01 03:00:00", ended_at: "2026-05-01 05:00:00" },
    }),
    meet: [
      ["one after the other", {}],
      [
        "another expert",
        {
          service_record_expert: { xO: { expert_id: "Y" } },
          ...change("O", { started_at: "2026-05-01 02:00:00" }),
        },
      ],
      [
        "at the same enterprise",
        change("O", { started_at: "2026-05-01 02:00:00", enterprise_id: "S" }),
      ],
      ["remotely", change("O", { started_at: "2026-05-01 02:00:00", mode: "REMOTE" })],
      [
        "a joint training",
        {
          service_record: {
            S: { item: "01" },
            O: { item: "01", started_at: "2026-05-01 01:00:00", ended_at: "2026-05-01 03:00:00" },
          },
        },
      ],
    ],
    break: [
      ["a second of overlap", change("O", { started_at: "2026-05-01 02:59:59" })],
      [
        "trainings that are not one",
        {
          service_record: {
            S: { item: "01" },
            O: { item: "01", started_at: "2026-05-01 02:00:00" },
          },
        },
      ],
    ],
  },
};

const tooFast: FindingRule = {
  id: "SVR-09",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "两次现场服务之间的路程需要超过合理车速",
  en: "Between two services on site the expert would have had to travel too fast",
  subject: serviceSubject,
  paths: ["$.experts", "$.startedAt", "$.lat", "$.lon"],
  parameters: { travelKmPerHourMax: 120, positionToleranceKm: 1 },
  others: sameExpert,
  broken: `s.mode = 'ONSITE' AND o.mode = 'ONSITE'
    AND o.started_at >= s.ended_at AND o.started_at < s.ended_at + INTERVAL 12 HOUR
    AND ${kilometres("s", "o")} - {positionToleranceKm}
      > {travelKmPerHourMax} * TIMESTAMPDIFF(SECOND, s.ended_at, o.started_at) / 3600`,
  reads: servicesNearby(1),
  examples: {
    // 0.01 degrees of latitude are 1.112 km.
    given: services({
      S: { ended_at: "2026-05-01 03:00:00", lat: "31.00", lon: "117.00", datum: "WGS84" },
      O: { started_at: "2026-05-01 04:00:00", lat: "32.08", lon: "117.00", datum: "WGS84" },
    }),
    meet: [
      ["120 km in an hour", {}],
      [
        "one site in two datums, 700 m apart, at once",
        {
          service_record: {
            O: { started_at: "2026-05-01 03:00:00", lat: "31.0063", lon: "117.00", datum: "GCJ02" },
          },
        },
      ],
      ["without a position", change("O", { lat: null, lon: null })],
      ["the next day", change("O", { started_at: "2026-05-01 15:00:00", lat: "50" })],
    ],
    break: [["122 km in an hour", change("O", { lat: "32.10" })]],
  },
};

const sameDay = `${dayOf("o.started_at")} = ${dayOf("s.started_at")}`;
const sameMonth = `DATE_FORMAT(${dayOf("o.started_at")}, '%Y-%m')
  = DATE_FORMAT(${dayOf("s.started_at")}, '%Y-%m')`;
const minutes = "TIMESTAMPDIFF(MINUTE, o.started_at, o.ended_at)";

const tooMuchWork: FindingRule = {
  id: "SVR-10",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "专家一日服务单位数、时长或一月服务天数超过合理上限",
  en: "The expert served at too many sites or hours in a day, or on too many days in a month",
  subject: serviceSubject,
  paths: ["$.experts", "$.startedAt"],
  wide: true,
  parameters: { expertSitesPerDayMax: 3, expertHoursPerDayMax: 12, expertDaysPerMonthMax: 25 },
  broken: `EXISTS (SELECT 1 FROM service_record_expert x
    WHERE x.service_record_id = s.id AND x.voided = 0 AND EXISTS (
      SELECT 1 ${sessionsOfExpert} AND ${sameMonth} HAVING
        COUNT(DISTINCT CASE WHEN ${sameDay} THEN o.enterprise_id END) > {expertSitesPerDayMax}
        OR SUM(CASE WHEN ${sameDay} THEN ${minutes} END) > 60 * {expertHoursPerDayMax}
        OR COUNT(DISTINCT ${dayOf("o.started_at")}) > {expertDaysPerMonthMax}))`,
  reads: servicesNearby(31),
  examples: {
    given: services({
      S: { started_at: "2026-05-01 00:00:00", ended_at: "2026-05-01 03:00:00" },
      B: { started_at: "2026-05-01 03:00:00", ended_at: "2026-05-01 06:00:00" },
      C: { started_at: "2026-05-01 06:00:00", ended_at: "2026-05-01 12:00:00" },
    }),
    meet: [
      ["three sites, twelve hours", {}],
      [
        "a joint training for four",
        services(
          Object.fromEntries(
            ["S", "B", "C", "D"].map((id) => [
              id,
              { item: "01", started_at: "2026-05-01 01:00:00", ended_at: "2026-05-01 05:00:00" },
            ]),
          ),
        ),
      ],
      ["25 days", services(daysInMay(25))],
    ],
    break: [
      [
        "four sites",
        services({ D: { started_at: "2026-05-01 12:00:00", ended_at: "2026-05-01 12:00:00" } }),
      ],
      ["a minute longer", change("C", { ended_at: "2026-05-01 12:01:00" })],
      ["26 days", services(daysInMay(26))],
    ],
  },
};

/** A service of an hour on each of the first days of May, S on the first. */
function daysInMay(n: number): Record<string, Columns> {
  const days = Array.from({ length: n }, (_, day) => String(day + 1).padStart(2, "0"));
  return Object.fromEntries(
    days.map((day, at) => [
      ["S", "B", "C"][at] ?? `D${day}`,
      { started_at: `2026-05-${day} 01:00:00`, ended_at: `2026-05-${day} 02:00:00` },
    ]),
  );
}

/** Leads about where experts were, and when. */
export const expertTimeFindings: readonly FindingRule[] = [twoPlacesAtOnce, tooFast, tooMuchWork];
