import type { Transaction } from "../../database/database";
import { trusted } from "../../database/sql";

/** Names of the parameters that any region has set: only these have to be looked up by region. */
export async function setParameters(
  transaction: Pick<Transaction, "query">,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.query(
    trusted("SELECT DISTINCT q.key AS name FROM region_parameter q"),
  );
  return new Set(rows.map((row) => row["name"] as string));
}
