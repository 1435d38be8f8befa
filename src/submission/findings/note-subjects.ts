import type { Transaction } from "../../database/database";
import { insertSql } from "../../database/insert";
import { findingRules, keyOf } from "./finding-rule";

/** Notes subjects that are no rows of a table: all rules about their type judge them again. */
export async function noteSubjects(
  transaction: Transaction,
  type: string,
  ids: readonly string[],
): Promise<void> {
  const rows = findingRules()
    .filter(({ subject }) => subject.type === type)
    .flatMap((rule) => ids.map((id) => [keyOf(rule), id]));
  for (const statement of insertSql({ table: "finding_due", columns: ["what", "row_id"], rows }))
    await transaction.execute(statement);
}
