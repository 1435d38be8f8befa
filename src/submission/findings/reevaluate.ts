import type { Database } from "../../database/database";
import { renewStatistics } from "../../database/renew-statistics";
import { sql, value } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { holdClock } from "./evaluate-due";
import { findingRules, isTimed, type FindingRule } from "./finding-rule";
import type { FindingSubject } from "./finding-subject";
import { keepFindings, subjectsMax } from "./keep-findings";
import { renewFigures } from "./renew-figures";

/**
 * Renews all figures and judges all subjects by all rules. Answers how many subjects; aborted, it
 * throws, and has to be run again: what renewed figures concern is not noted besides.
 */
export async function reevaluate(
  database: Database,
  clock: RequestClock,
  signal?: AbortSignal,
): Promise<number> {
  await renewFigures(database, clock, { isAllJudged: true }, signal);
  return judgeAll(database, clock, findingRules(), signal);
}

/**
 * Judges rules of the day when the business day has advanced since they were judged last, and what
 * renewed figures concern with all else that is due; where nothing was ever judged, all rules: what
 * was loaded before is noted nowhere.
 */
export async function reevaluateDay(
  database: Database,
  clock: RequestClock,
  signal?: AbortSignal,
): Promise<boolean> {
  const [row] = await database.read(sql`SELECT judged_on FROM finding_clock WHERE id = 1`);
  const judgedOn = row?.["judged_on"] as string | null | undefined;
  if (judgedOn != null && judgedOn >= clock.today) return false;
  await renewStatistics(database);
  if (judgedOn == null) await reevaluate(database, clock, signal);
  else {
    await renewFigures(database, clock, { isAllJudged: false }, signal);
    await judgeAll(database, clock, findingRules().filter(isTimed), signal);
  }
  await database.transaction((transaction) =>
    transaction.execute(
      sql`UPDATE finding_clock SET judged_on = ${value(clock.today)} WHERE id = 1`,
    ),
  );
  return true;
}

/**
 * Judges all subjects by these rules, page by page, each in a transaction of its own, with the same
 * statements as {@link evaluateDue}.
 */
async function judgeAll(
  database: Database,
  clock: RequestClock,
  rules: readonly FindingRule[],
  signal?: AbortSignal,
): Promise<number> {
  let judged = 0;
  for (const subject of new Set(rules.map((rule) => rule.subject))) {
    const own = rules.filter((rule) => rule.subject === subject);
    for (let after = ""; ;) {
      const last = after;
      const ids = await judgePage(database, clock, { subject, rules: own, after: last, signal });
      judged += ids.length;
      after = ids.at(-1) ?? "";
      if (ids.length < subjectsMax) break;
    }
  }
  return judged;
}

interface Page {
  readonly subject: FindingSubject;
  readonly rules: readonly FindingRule[];
  readonly after: string;
  readonly signal: AbortSignal | undefined;
}

async function judgePage(database: Database, clock: RequestClock, page: Page): Promise<string[]> {
  const checked = (): void => page.signal?.throwIfAborted();
  return database.transaction(async (transaction) => {
    await holdClock(transaction, "");
    const rows = await transaction.query(page.subject.page(page.after, subjectsMax, clock));
    const ids = rows.map((row) => row["id"] as string);
    await keepFindings(transaction, page.rules, ids, clock, checked);
    return ids;
  });
}
