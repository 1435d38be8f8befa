import type { Transaction } from "../../database/database";
import { findingRules, keyOf } from "./finding-rule";
import { note } from "./note-due";

/** Notes subjects that are no rows of a table: all rules about their type judge them again. */
export async function noteSubjects(
  transaction: Transaction,
  type: string,
  ids: readonly string[],
): Promise<void> {
  for (const rule of findingRules())
    if (rule.subject.type === type) await note(transaction, keyOf(rule), ids);
}
