/** Runs one hand-written statement: rows with text for whatever is not an integer. */
export type ReadRaw = (
  statement: string,
  values?: readonly unknown[],
) => Promise<Record<string, unknown>[]>;

export type Variables = Readonly<Record<string, unknown>>;

/** One question of the corpus, asked of the hub and of the database itself. */
export interface Question {
  readonly name: string;
  /** Code of the demo organisation that asks. */
  readonly caller: string;
  readonly query: string;
  /**
   * Tables of which the answer needs so many rows that no index would serve: figures over all that
   * a province or an insurer has, all of an agency's rows in the order of another table's field.
   */
  readonly readsAllOf?: readonly string[];
  variables?(read: ReadRaw): Promise<Variables>;
  /**
   * The same by hand, with the caller's scope written by hand: answers what stands under `data` in
   * the hub's answer. `today` is the hub's, `YYYY-MM-DD`.
   */
  byHand(read: ReadRaw, today: string, variables: Variables): Promise<object>;
}

/** A question where it stands in a list. */
export function question(of: Question): Question {
  return of;
}

/** What the province's emergency management sees of a table with its own region and sector. */
export function emergency(alias: string, region = "34"): string {
  return (
    `${alias}.region_code LIKE '${region}%' AND ${alias}.sector IN ` +
    "('NON_COAL_MINE', 'HAZARDOUS_CHEMICALS', 'METAL_SMELTING', 'FIREWORKS') " +
    `AND ${alias}.voided = 0`
  );
}

/** What the province's auditor and finance see: all sectors. */
export function province(alias: string): string {
  return `${alias}.region_code LIKE '34%' AND ${alias}.voided = 0`;
}

/** A policy's status on a day, as a column. */
export function statusOf(alias: string, today: string): string {
  return (
    `CASE WHEN ${alias}.cancelled_on <= '${today}' THEN 'CANCELLED' ` +
    `WHEN ${alias}.start_date > '${today}' THEN 'PENDING' ` +
    `WHEN ${alias}.end_date < '${today}' THEN 'EXPIRED' ELSE 'IN_FORCE' END`
  );
}

/** Policies in force on a day, as a condition. */
export function inForce(alias: string, today: string): string {
  return (
    `${alias}.start_date <= '${today}' AND ${alias}.end_date >= '${today}' ` +
    `AND (${alias}.cancelled_on IS NULL OR ${alias}.cancelled_on > '${today}')`
  );
}

/** Major hazards whose deadline has passed, as a condition. */
export function overdueMajor(alias: string, today: string): string {
  return (
    `${alias}.level = 'MAJOR' AND ${alias}.deadline < '${today}' AND ${alias}.status IN ` +
    "('FOUND', 'NOTIFIED', 'RECTIFYING', 'RECTIFIED', 'RECHECKED', 'REPORTED')"
  );
}

/** A placeholder for each of these; of none, what nothing is equal to. */
export function marks(of: readonly unknown[]): string {
  return of.map(() => "?").join(", ") || "NULL";
}
