import type { Transaction } from "../../database/database";
import { RuleLifecycle } from "../rule-lifecycle";
import { ruleStanding } from "../rule";
import type { FindingRule } from "./finding-rule";
import { findingStatement, rulesByStatement, type Judged } from "./finding-statement";
import { foundOf, type Found } from "./found";

/** What subjects break, by the id of the finding. */
export type FoundById = ReadonlyMap<string, Found>;

/**
 * Judges subjects by rules, with one statement for all rules that look at the same rows. `checked`
 * runs before each of them, and may end it all by throwing.
 */
export async function judgeSubjects(
  transaction: Pick<Transaction, "query">,
  rules: readonly FindingRule[],
  judged: Judged,
  checked: () => void,
): Promise<FoundById> {
  const found = new Map<string, Found>();
  for (const together of rulesByStatement(rules.filter(isInForce))) {
    checked();
    for (const row of await transaction.query(findingStatement(together, judged)))
      for (const place of String(row["broken"]).split(",")) {
        const rule = together[Number(place)];
        if (!rule || (rule.judges && !rule.judges(row))) continue;
        const one = foundOf(rule, row);
        found.set(one.id, one);
      }
  }
  return found;
}

/** What is not in force finds nothing, so that what it once found is cleared. */
function isInForce(rule: FindingRule): boolean {
  const { lifecycle } = ruleStanding(rule);
  return lifecycle === RuleLifecycle.ACTIVE || lifecycle === RuleLifecycle.SHADOW;
}
