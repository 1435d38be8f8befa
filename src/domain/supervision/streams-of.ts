import type { Caller } from "../../access/caller";
import { instantFromDatabase } from "../../database/calendar";
import { sql, value, valueList, type Sql } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import type { HubContext } from "../../graph/context";
import { recordTypes } from "../../submission/record-type";
import { judgeDay, type JudgedDay } from "../../submission/streams/judge-day";
import { readStreams, streamDayKey, type StreamFacts } from "../../submission/streams/read-streams";
import { readCalendar } from "../registry/read-calendar";
import type { WorkingDayCalendar } from "../registry/working-days";
import { parameterInForce } from "./parameter-in-force";

const daysMax = 31;
const dayMs = 86_400_000;
/** Working days after the business day, where no parameter says otherwise [P]. */
const dueWorkingDays = 1;

/** Which streams are asked for. */
export interface StreamsWanted {
  readonly from: string;
  readonly to: string;
  readonly recordType: string | null;
  /** Code of an organisation. */
  readonly insurer: string | null;
}

interface Insurer {
  readonly code: string;
  readonly owner: string;
}

interface Judging {
  readonly facts: StreamFacts;
  readonly calendar: WorkingDayCalendar;
  /** Working days after the business day. */
  readonly due: number;
  readonly today: string;
}

/** The streams the caller may know of, each day judged by the calendar. */
export async function streamsOf(context: HubContext, wanted: StreamsWanted): Promise<unknown[]> {
  const { database, clock } = context;
  const read = (statement: Sql) => database.read(statement);
  const days = daysBetween(wanted.from, wanted.to);
  const types = recordTypes()
    .filter(({ submitters }) => submitters.includes("INSURER"))
    .map(({ name }) => name)
    .filter((name) => wanted.recordType === null || name === wanted.recordType);
  const insurers = await insurersFor(context, wanted.insurer);
  if (types.length === 0 || insurers.length === 0) return [];
  const owners = insurers.map(({ owner }) => owner);
  const calendar = await readCalendar(read, wanted.from);
  const due = Number(
    (await parameterInForce(context, "submissionDueWorkingDays", null, wanted.to)) ??
      dueWorkingDays,
  );
  const { from, to } = wanted;
  const facts = await readStreams(read, { owners, types, from, to });
  const held = await heldBy(read, owners, types);
  return insurers.flatMap(({ code, owner }) =>
    types.map((recordType) => ({
      insurer: code,
      recordType,
      heldSubmissions: held.get(`${owner} ${recordType}`) ?? 0,
      days: days
        .map((day) => judged({ facts, calendar, due, today: clock.today }, owner, recordType, day))
        .filter((day) => day !== null),
    })),
  );
}

/** A working day, or another day of which there is something; null else. */
function judged(
  { facts, calendar, due, today }: Judging,
  owner: string,
  recordType: string,
  day: string,
): JudgedDay | null {
  const isWorkingDay = calendar.isWorkingDay(day);
  const key = streamDayKey(owner, recordType, day);
  const arrivals = facts.arrivals.get(key) ?? [];
  const nil = facts.nils.get(key) ?? null;
  if (!isWorkingDay && arrivals.length === 0 && nil === null) return null;
  const dueOn = calendar.addWorkingDays(day, due);
  const of = judgeDay({ day, dueOn, isWorkingDay, arrivals, nil }, today);
  const { firstReceivedAt, nilDeclaredAt } = of;
  return {
    ...of,
    firstReceivedAt: firstReceivedAt && instantFromDatabase(firstReceivedAt),
    nilDeclaredAt: nilDeclaredAt && instantFromDatabase(nilDeclaredAt),
  };
}

async function insurersFor(
  { caller, database }: HubContext,
  code: string | null,
): Promise<Insurer[]> {
  const rows = await database.read(
    sql`SELECT MIN(code) AS code, insurer_id FROM organisation
      WHERE type = 'INSURER' AND insurer_id IS NOT NULL AND active = 1 AND ${within(caller)}
      ${code === null ? sql`` : sql`AND code = ${value(code)}`}
      GROUP BY insurer_id ORDER BY code`,
  );
  return rows.map((row) => ({ code: row["code"] as string, owner: row["insurer_id"] as string }));
}

/** An insurer's own stream; for authorities those of insurers seated in their jurisdiction. */
function within({ type, insurerId, regionPrefix }: Caller): Sql {
  if (type === "INSURER") return sql`insurer_id = ${value(insurerId)}`;
  const isAuthority = type !== "SERVICE_AGENCY" && type !== "ENTERPRISE";
  const prefix = isAuthority && /^\d{2,9}$/.test(regionPrefix) ? regionPrefix : "-";
  return sql`region_prefix LIKE ${value(`${prefix}%`)}`;
}

async function heldBy(
  read: (statement: Sql) => Promise<Record<string, unknown>[]>,
  owners: readonly string[],
  types: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await read(
    sql`SELECT owner_id, record_type, COUNT(*) AS n FROM held_submission
      WHERE decision IS NULL AND owner_id IN (${valueList(owners)})
      AND record_type IN (${valueList(types)}) GROUP BY owner_id, record_type`,
  );
  return new Map(
    rows.map((row) => [
      `${row["owner_id"] as string} ${row["record_type"] as string}`,
      Number(row["n"]),
    ]),
  );
}

function daysBetween(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = (last - first) / dayMs + 1;
  if (!(count >= 1 && count <= daysMax))
    throw new HubError("BAD_USER_INPUT", { reason: `from, to: 1 to ${String(daysMax)} days` });
  return Array.from({ length: count }, (_, n) =>
    new Date(first + n * dayMs).toISOString().slice(0, "YYYY-MM-DD".length),
  );
}
