import { sql, sqlTrue, trusted, value, valueList, type Sql } from "../../database/sql";
import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import { findingRules, keyOf } from "../../submission/findings/finding-rule";
import { rowsOf, type FindingSubject } from "../../submission/findings/finding-subject";
import { recordTypes } from "../../submission/record-type";

/** Published name of the subject. */
const type = "StreamDay";
/** How long a day is looked at: what is older is settled by other means [P]. */
const streamDaysMax = 92;
/** Working days before a day that say what is usual. */
export const usualDays = 20;
/** Enough days to hold that many working days, the longest holidays included. */
const usualCalendarDays = 45;

/**
 * Days of the streams of insurers, from `insurer:type:day`: `records` of the day with those that
 * are `waiting`, whether `nil` was declared, whether it is a `working` day, since when (`since`) the
 * insurer reports the type, and `recent`: the records of the working days before, the last one
 * last, `n` where nil was declared. Counted as in submission/streams/read-streams.ts.
 */
export const streamDay: FindingSubject = {
  ...rowsOf(type, "record_version", { businessDay: "s.day" }),
  tables: ["record_version", "pending_record", "nil_declaration", "submission", "reconciliation"],
  byDay: true,
  own: false,
  existing: "TRUE",
  enterprise: "NULL",
  sector: "NULL",
  from: (ids, { today }) => {
    const asked = askedIn(ids);
    return sql`(WITH RECURSIVE ${calendar(asked.from, usualCalendarDays, asked.to)},
      stream AS (${streams(asked)}), counted AS (${counted(asked)})
      SELECT CONCAT(c.insurer_id, ':', c.record_type, ':', c.day) AS id, c.*, (SELECT GROUP_CONCAT(p.said ORDER BY p.day) FROM counted p
          WHERE p.insurer_id = c.insurer_id AND p.record_type = c.record_type AND p.working = 1
            AND p.place BETWEEN c.place - c.working - ${trusted(String(usualDays - 1))}
              AND c.place - c.working) AS recent
      FROM counted c WHERE CONCAT(c.insurer_id, ':', c.record_type, ':', c.day) IN (${valueList(ids)})
        AND c.day >= ${daysBefore(today, streamDaysMax)}) s`;
  },
  page: (after, size, { today }) => {
    const rules = findingRules().filter(({ subject }) => subject.type === type);
    return sql`SELECT id FROM (
        WITH RECURSIVE ${calendar(today, streamDaysMax, today)}, stream AS (${streams(null)})
        SELECT CONCAT(c.insurer_id, ':', c.record_type, ':', d.day) AS id FROM stream c JOIN calendar_day d
        UNION SELECT f.subject_id FROM finding f
          WHERE f.rule_key IN (${valueList(rules.map(keyOf))}) AND f.cleared_at IS NULL) x
      WHERE id > ${value(after)} ORDER BY id LIMIT ${trusted(String(size))}`;
  },
};

/** Working days after the day by which it is due, as streams-of.ts has it. */
export const dueDays = { submissionDueWorkingDays: 1 };
/** The day can no longer be reported in time. */
export const isOver = laterThanWorkingDays("{today}", "s.day", "{submissionDueWorkingDays}");
/** Neither records nor a declaration that there are none. */
export const isSilent = "s.working = 1 AND s.records = 0 AND s.nil = 0";

/** Streams and days that ids name. */
interface Asked {
  readonly insurers: readonly string[];
  readonly types: readonly string[];
  readonly from: string;
  readonly to: string;
}

function askedIn(ids: readonly string[]): Asked {
  const split = ids.map((id) => id.split(":"));
  const each = (at: number): string[] => [...new Set(split.map((parts) => parts[at] ?? ""))].sort();
  const days = each(2);
  return { insurers: each(0), types: each(1), from: days[0] ?? "", to: days.at(-1) ?? "" };
}

/** All days from so many before one through another. */
function calendar(from: string, before: number, to: string): Sql {
  return sql`calendar_day AS (SELECT ${daysBefore(from, before)} AS day
    UNION ALL SELECT day + INTERVAL 1 DAY FROM calendar_day WHERE day < ${value(to)})`;
}

function daysBefore(day: string, days: number): Sql {
  return sql`(CAST(${value(day)} AS DATE) - INTERVAL ${trusted(String(days))} DAY)`;
}

/** What insurers report, from the day each first reported it; null: all of them. */
function streams(asked: Asked | null): Sql {
  const types = recordTypes().filter(({ submitters }) => submitters.includes("INSURER"));
  const named = asked
    ? sql`o.insurer_id IN (${valueList(asked.insurers)}) AND n.record_type IN (${valueList(asked.types)})`
    : sqlTrue;
  return sql`SELECT o.insurer_id, n.record_type, MIN(o.region_prefix) AS region_code,
      MIN(${trusted(dayOf("n.received_at"))}) AS since
    FROM submission n JOIN organisation o ON o.id = n.organisation_id
    WHERE n.mode = 'LIVE' AND o.type = 'INSURER' AND o.active = 1 AND o.insurer_id IS NOT NULL
      AND n.record_type IN (${valueList(types.map(({ name }) => name))}) AND ${named}
    GROUP BY o.insurer_id, n.record_type`;
}

/** The days of these streams, working days numbered by `place`. */
function counted(asked: Asked): Sql {
  const within = (alias: string): Sql => {
    const column = (name: string): Sql => trusted(`${alias}.${name}`);
    return sql`${column("owner_id")} IN (${valueList(asked.insurers)})
      AND ${column("record_type")} IN (${valueList(asked.types)})
      AND ${column("business_day")} BETWEEN ${daysBefore(asked.from, usualCalendarDays)}
        AND ${value(asked.to)}`;
  };
  return sql`SELECT t.insurer_id, t.record_type, t.region_code, t.since, d.day,
      COALESCE(x.working, WEEKDAY(d.day) < 5) AS working,
      SUM(COALESCE(x.working, WEEKDAY(d.day) < 5))
        OVER (PARTITION BY t.insurer_id, t.record_type ORDER BY d.day) AS place,
      COALESCE(v.records, 0) + COALESCE(p.records, 0) AS records,
      COALESCE(p.records, 0) AS waiting, z.day IS NOT NULL AS nil,
      IF(z.day IS NULL OR v.records > 0 OR p.records > 0,
        COALESCE(v.records, 0) + COALESCE(p.records, 0), 'n') AS said
    FROM stream t JOIN calendar_day d LEFT JOIN calendar_exception x ON x.day = d.day
    LEFT JOIN (SELECT v.owner_id, v.record_type, v.business_day, COUNT(*) AS records
        FROM record_version v WHERE v.version = 1 AND ${within("v")}
        GROUP BY v.owner_id, v.record_type, v.business_day) v
      ON v.owner_id = t.insurer_id AND v.record_type = t.record_type AND v.business_day = d.day
    LEFT JOIN (SELECT p.owner_id, p.record_type, p.business_day,
          COUNT(DISTINCT p.record_id) AS records
        FROM pending_record p WHERE p.action = 'NEW' AND p.outcome IS NULL AND ${within("p")}
          AND NOT EXISTS (SELECT 1 FROM record_version w WHERE w.record_id = p.record_id)
        GROUP BY p.owner_id, p.record_type, p.business_day) p
      ON p.owner_id = t.insurer_id AND p.record_type = t.record_type AND p.business_day = d.day
    LEFT JOIN nil_declaration z
      ON z.owner_id = t.insurer_id AND z.record_type = t.record_type AND z.day = d.day`;
}
