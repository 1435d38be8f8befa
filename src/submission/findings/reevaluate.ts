import type { Database } from "../../database/database";
import { sql, value } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { holdClock } from "./evaluate-due";
import { findingRules, isTimed, type FindingRule } from "./finding-rule";
import type { FindingSubject } from "./finding-subject";
import { keepFindings, subjectsMax } from "./keep-findings";

/**
 * Judges all subjects by all rules, or by those alone that depend on the day, page by page, each in
 * a transaction of its own. The same statements as {@link evaluateDue}. Answers how many subjects.
 */
export async function reevaluate(
  database: Database,
  clock: RequestClock,
  rules: readonly FindingRule[] = findingRules(),
): Promise<number> {
  let judged = 0;
  for (const subject of new Set(rules.map((rule) => rule.subject))) {
    const own = rules.filter((rule) => rule.subject === subject);
    for (let after = ""; ;) {
      const last = after;
      const ids = await judgePage(database, clock, { subject, rules: own, after: last });
      judged += ids.length;
      after = ids.at(-1) ?? "";
      if (ids.length < subjectsMax) break;
    }
  }
  return judged;
}

/**
 * Judges rules of the day when the business day has advanced since they were judged last; where
 * nothing was ever judged, all rules: what was loaded before is noted nowhere.
 */
export async function reevaluateDay(database: Database, clock: RequestClock): Promise<boolean> {
  const [row] = await database.read(sql`SELECT judged_on FROM finding_clock WHERE id = 1`);
  const judgedOn = row?.["judged_on"] as string | null | undefined;
  if (judgedOn != null && judgedOn >= clock.today) return false;
  const rules = findingRules();
  await reevaluate(database, clock, judgedOn == null ? rules : rules.filter(isTimed));
  await database.transaction((transaction) =>
    transaction.execute(
      sql`UPDATE finding_clock SET judged_on = ${value(clock.today)} WHERE id = 1`,
    ),
  );
  return true;
}

async function judgePage(
  database: Database,
  clock: RequestClock,
  page: { subject: FindingSubject; rules: readonly FindingRule[]; after: string },
): Promise<string[]> {
  return database.transaction(async (transaction) => {
    await holdClock(transaction, "");
    const rows = await transaction.query(page.subject.page(page.after, subjectsMax));
    const ids = rows.map((row) => row["id"] as string);
    for (const rule of page.rules) await keepFindings(transaction, rule, ids, clock);
    return ids;
  });
}
