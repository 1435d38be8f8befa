import type { Database, Row, Transaction } from "../../database/database";
import { sql, trusted, valueList } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { dueSubjects } from "./due-subjects";
import { keepFindings } from "./keep-findings";

/**
 * Noted rows that are judged in one transaction: what many of them share, e.g. the policies of one
 * enterprise, is judged once.
 */
export const dueMax = 5_000;

/**
 * Judges one batch of what is due and answers how many noted rows it was; 0 when nothing is due or
 * another hub is at it. What changes meanwhile is noted anew, so nothing is missed. Aborted, it
 * throws before the next statement and undoes the batch, which is then due as before.
 */
export async function evaluateDue(
  database: Pick<Database, "transaction">,
  clock: RequestClock,
  signal?: AbortSignal,
): Promise<number> {
  const checked = (): void => signal?.throwIfAborted();
  return database.transaction(async (transaction) => {
    if (!(await holdClock(transaction, "SKIP LOCKED"))) return 0;
    const noted = await firstNoted(transaction);
    if (noted.length === 0) return 0;
    const read = (statement: Parameters<typeof transaction.query>[0]): Promise<Row[]> => {
      checked();
      return transaction.query(statement);
    };
    for (const { rules, ids } of await dueSubjects(read, noted))
      await keepFindings(transaction, rules, ids, clock, checked);
    checked();
    const done = valueList(noted.map((row) => row["sequence"] as string));
    await transaction.execute(sql`DELETE FROM finding_due WHERE sequence IN (${done})`);
    return noted.reduce((sum, row) => sum + Number(row["row_count"]), 0);
  });
}

/** The oldest notes, of {@link dueMax} rows together unless the first has more. */
async function firstNoted(transaction: Transaction): Promise<Row[]> {
  const first = await transaction.query(
    sql`SELECT sequence, row_count FROM finding_due
      ORDER BY sequence LIMIT ${trusted(String(dueMax))}`,
  );
  let rows = 0;
  const taken = first.filter((row, n) => (rows += Number(row["row_count"])) <= dueMax || n === 0);
  if (taken.length === 0) return [];
  const sequences = valueList(taken.map((row) => row["sequence"] as string));
  return transaction.query(
    sql`SELECT sequence, what, row_ids, row_count FROM finding_due
      WHERE sequence IN (${sequences})`,
  );
}

/** The number of the last note there is; null when there is none. */
export async function newestNoted(database: Pick<Database, "read">): Promise<unknown> {
  const [row] = await database.read(trusted("SELECT MAX(sequence) AS last FROM finding_due"));
  return row?.["last"];
}

/** Locks the one row of whoever judges; answers it, or nothing when another holds it. */
export async function holdClock(
  transaction: Transaction,
  wait: "SKIP LOCKED" | "",
): Promise<Row | undefined> {
  const [row] = await transaction.query(
    trusted(`SELECT id, judged_on FROM finding_clock WHERE id = 1 FOR UPDATE ${wait}`),
  );
  return row;
}
