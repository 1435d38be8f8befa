import type { Database, Row, Transaction } from "../../database/database";
import { insertSql, updateColumns } from "../../database/insert";
import { sql, value, valueList, type Sql } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { dailyFigures, type DailyFigure } from "./daily-figure";
import { holdClock } from "./evaluate-due";
import { noteDue } from "./note-due";

const table = "daily_figure";
const columns = ["id", "name", "cell", "value", "cases", "computed_on"];

/**
 * Computes all figures for the day, each with one statement in a transaction of its own. What a
 * changed one concerns is due from then on, unless all is judged afterwards anyway.
 */
export async function renewFigures(
  database: Pick<Database, "transaction">,
  clock: RequestClock,
  { isAllJudged }: { readonly isAllJudged: boolean },
  signal?: AbortSignal,
): Promise<void> {
  for (const figure of dailyFigures()) {
    signal?.throwIfAborted();
    await database.transaction(async (transaction) => {
      await holdClock(transaction, "");
      const changed = await renew(transaction, figure, clock);
      if (!isAllJudged) await noteDue(transaction, table, [], changed);
    });
  }
}

/** Renews the cells of one figure and answers the ids of those that changed. */
async function renew(
  transaction: Transaction,
  { name, rows }: DailyFigure,
  { today }: RequestClock,
): Promise<string[]> {
  const known = await cellsById(
    transaction,
    sql`SELECT id, value, cases FROM daily_figure WHERE name = ${value(name)}`,
  );
  const renewed = await cellsById(
    transaction,
    sql`SELECT CONCAT(${value(`${name} `)}, c.cell) AS id, c.cell,
      CAST(c.value AS DECIMAL(24, 6)) AS value, c.cases FROM (${onDay(rows, today)}) c`,
  );
  const gone = [...known.keys()].filter((id) => !renewed.has(id));
  // A cell that lost its last row stays for a day as an empty one, so that it is judged as such.
  const emptied = gone.filter((id) => Number(known.get(id)?.["cases"]) > 0);
  const forgotten = gone.filter((id) => !emptied.includes(id));
  const empty = emptied.map((id) => ({
    id,
    cell: id.slice(name.length + 1),
    value: "0",
    cases: 0,
  }));
  const kept = [...renewed.values(), ...empty].map(({ id, cell, value: figure, cases }) =>
    [id, name, cell, figure, cases, today].map((one) => one as string | number),
  );
  for (const statement of insertSql(
    { table, columns, rows: kept },
    updateColumns(columns.slice(3)),
  ))
    await transaction.execute(statement);
  if (forgotten.length > 0)
    await transaction.execute(sql`DELETE FROM daily_figure WHERE id IN (${valueList(forgotten)})`);
  const differs = ([id, row]: [string, Row]): boolean =>
    ["value", "cases"].some((column) => String(row[column]) !== String(known.get(id)?.[column]));
  return [...[...renewed].filter(differs).map(([id]) => id), ...emptied];
}

async function cellsById(transaction: Transaction, statement: Sql): Promise<Map<string, Row>> {
  const rows = await transaction.query(statement);
  return new Map(rows.map((row) => [row["id"] as string, row]));
}

function onDay(rows: string, today: string): Sql {
  const parts = rows.split("{today}");
  return {
    text: parts.join("CAST(? AS DATE)"),
    values: parts.slice(1).map(() => today),
  };
}
