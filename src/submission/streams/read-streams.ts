import type { Row } from "../../database/database";
import { sql, value, valueList, type Sql } from "../../database/sql";
import type { Arrival, DayFacts } from "./judge-day";

/** Which streams and days are asked for. */
export interface StreamsAsked {
  readonly owners: readonly string[];
  readonly types: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** What arrived and what was declared, by {@link streamDayKey}. */
export interface StreamFacts {
  readonly arrivals: ReadonlyMap<string, readonly Arrival[]>;
  readonly nils: ReadonlyMap<string, DayFacts["nil"]>;
}

/** Names one day of one stream. */
export function streamDayKey(owner: string, type: string, day: string): string {
  return `${owner} ${type} ${day}`;
}

/**
 * Reads what there is of these streams, three statements whatever their number. A record counts on
 * the day it was first stated to be about, from the moment it arrived, also while it waits.
 */
export async function readStreams(
  read: (statement: Sql) => Promise<Row[]>,
  asked: StreamsAsked,
): Promise<StreamFacts> {
  const arrivals = new Map<string, Arrival[]>();
  for (const row of await read(arrivalsSql(asked))) {
    const { owner_id, record_type, business_day, arrived_on, first_at, records, waiting } = row;
    const key = streamDayKey(owner_id as string, record_type as string, business_day as string);
    const arrival: Arrival = {
      on: arrived_on as string,
      firstAt: first_at as string,
      records: Number(records),
      waiting: Number(waiting),
    };
    arrivals.set(key, [...(arrivals.get(key) ?? []), arrival]);
  }
  const nils = new Map<string, DayFacts["nil"]>();
  for (const row of await read(nilsSql(asked))) {
    const { owner_id, record_type, day, declared_at, declared_on } = row;
    const key = streamDayKey(owner_id as string, record_type as string, day as string);
    nils.set(key, { at: declared_at as string, on: declared_on as string });
  }
  return { arrivals, nils };
}

function arrivalsSql({ owners, types, from, to }: StreamsAsked): Sql {
  const which = sql`owner_id IN (${valueList(owners)}) AND record_type IN (${valueList(types)})
    AND business_day BETWEEN ${value(from)} AND ${value(to)}`;
  return sql`SELECT owner_id, record_type, business_day, arrived_on, MIN(received_at) AS first_at,
      COUNT(DISTINCT record_id) AS records, COUNT(DISTINCT IF(waits, record_id, NULL)) AS waiting
    FROM (
      SELECT owner_id, record_type, business_day, record_id, received_at, FALSE AS waits,
        DATE(received_at + INTERVAL 8 HOUR) AS arrived_on
      FROM record_version WHERE version = 1 AND ${which}
      UNION ALL
      SELECT owner_id, record_type, business_day, record_id, received_at, TRUE AS waits,
        DATE(received_at + INTERVAL 8 HOUR) AS arrived_on
      FROM pending_record p WHERE action = 'NEW' AND outcome IS NULL AND ${which}
        AND NOT EXISTS (SELECT 1 FROM record_version v WHERE v.record_id = p.record_id)
    ) a GROUP BY owner_id, record_type, business_day, arrived_on`;
}

function nilsSql({ owners, types, from, to }: StreamsAsked): Sql {
  return sql`SELECT owner_id, record_type, day, declared_at,
      DATE(declared_at + INTERVAL 8 HOUR) AS declared_on
    FROM nil_declaration WHERE owner_id IN (${valueList(owners)})
    AND record_type IN (${valueList(types)}) AND day BETWEEN ${value(from)} AND ${value(to)}`;
}
