import { dayOf } from "../../submission/findings/day-sql";
import type { FindingSource } from "../../submission/findings/finding-rule";
import { wasGiven } from "./service.subject";

/** The services `o` at which an expert of the service `s` was as well, in tables x and y. */
export const sameExpert = `JOIN service_record_expert x
    ON x.service_record_id = s.id AND x.voided = 0
  JOIN service_record_expert y ON y.expert_id = x.expert_id AND y.voided = 0
  JOIN service_record o ON o.id = y.service_record_id AND o.id <> s.id AND ${wasGiven("o")}`;

/** One training for several enterprises at once is one session, whatever it is reported as. */
export function isJointTraining(a: string, b: string): string {
  return `(${a}.item = '01' AND ${b}.item = '01' AND ${a}.started_at = ${b}.started_at
    AND ${a}.ended_at = ${b}.ended_at)`;
}

/**
 * The sessions of the expert `x` in the province of the service `s`: of a joint training only the
 * first report.
 */
export const sessionsOfExpert = `FROM service_record_expert y
  JOIN service_record o ON o.id = y.service_record_id
  WHERE y.expert_id = x.expert_id AND y.voided = 0 AND ${wasGiven("o")}
    AND LEFT(o.region_code, 2) = LEFT(s.region_code, 2) AND NOT (o.item = '01' AND EXISTS (
      SELECT 1 FROM service_record_expert z JOIN service_record j ON j.id = z.service_record_id
      WHERE z.expert_id = x.expert_id AND z.voided = 0 AND ${wasGiven("j")} AND j.id < o.id
        AND j.item = '01' AND j.started_at = o.started_at AND j.ended_at = o.ended_at))`;

/** Services of the same experts within some days of a changed one. */
export function servicesNearby(days: number): readonly FindingSource[] {
  const near = `ABS(DATEDIFF(${dayOf("o.started_at")}, ${dayOf("r.started_at")})) <= ${String(days)}`;
  const others = `JOIN service_record_expert y ON y.expert_id = x.expert_id
    JOIN service_record o ON o.id = y.service_record_id AND ${near}`;
  return [
    {
      table: "service_record",
      subjects: `SELECT o.id FROM service_record r
        JOIN service_record_expert x ON x.service_record_id = r.id ${others} WHERE r.id IN ({ids})`,
    },
    {
      table: "service_record_expert",
      subjects: `SELECT o.id FROM service_record_expert x
        JOIN service_record r ON r.id = x.service_record_id ${others} WHERE x.id IN ({ids})`,
    },
  ];
}
