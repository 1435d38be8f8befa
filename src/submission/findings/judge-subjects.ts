import type { Transaction } from "../../database/database";
import { RuleLifecycle } from "../rule-lifecycle";
import { ruleStanding } from "../rule";
import type { FindingRule } from "./finding-rule";
import { findingStatement, rulesByStatement, type Judged } from "./finding-statement";
import { foundOf, type Found } from "./found";
import { rowsTogether } from "./rows-together";

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
  checked: () => void = () => undefined,
): Promise<FoundById> {
  const found = new Map<string, Found>();
  for (const rulesOfOne of rulesByStatement(rules.filter(isInForce))) {
    checked();
    const rows = await transaction.query(findingStatement(rulesOfOne, judged));
    const { together } = rulesOfOne[0];
    for (const row of together ? rowsTogether(rows, together, judged.ids) : rows)
      for (const place of String(row["broken"]).split(",")) {
        const rule = rulesOfOne[Number(place)];
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
