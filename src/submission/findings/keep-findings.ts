import type { Row, Transaction } from "../../database/database";
import { insertSql, updateColumns } from "../../database/insert";
import { sql, trusted, value, valueList, type SqlValue } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { RuleLifecycle } from "../rule-lifecycle";
import { ruleStanding } from "../rule";
import { ruleSetVersion } from "../rules/submission-limits";
import { keyOf, type FindingRule } from "./finding-rule";
import type { Found } from "./found";
import { judgeSubjects } from "./judge-subjects";
import { setParameters } from "./set-parameters";

/** Subjects of one statement. */
export const subjectsMax = 1_000;

/**
 * Judges subjects by rules about one type and keeps what is found: raises what is new or came
 * back, clears what the data no longer break. Whoever calls holds the lock of the clock. `checked`
 * runs before each statement, and may end it all by throwing: the transaction is then undone.
 */
export async function keepFindings(
  transaction: Transaction,
  rules: readonly FindingRule[],
  subjects: readonly string[],
  clock: RequestClock,
  checked: () => void = () => undefined,
): Promise<void> {
  const parameters = await setParameters(transaction);
  for (let from = 0; from < subjects.length; from += subjectsMax) {
    const ids = subjects.slice(from, from + subjectsMax);
    const found = await judgeSubjects(transaction, rules, { ids, clock, parameters }, checked);
    checked();
    const known = await knownFindings(transaction, rules, ids);
    const fresh = [...found.values()].filter((one) => !stands(one, known.get(one.id)));
    await store(transaction, fresh, clock, (columns) => columns.filter((name) => name !== "id"));
    // A finding follows its subject to another region, sector or enterprise.
    const moved = [...found.values()].filter((one) => hasMoved(one, known.get(one.id)));
    await store(transaction, moved, clock, () => scopeColumns);
    const healed = [...known].filter(([id, row]) => row["cleared_at"] === null && !found.has(id));
    await clear(
      transaction,
      healed.map(([id]) => id),
      clock,
    );
  }
}

const rulesOfRangesMax = 3;

/** What was ever found about these subjects by these rules, by id. */
async function knownFindings(
  transaction: Transaction,
  rules: readonly FindingRule[],
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const keys = rules.map(keyOf);
  // Subjects times rules would be more ranges of the index than it is worth to look into.
  const ruleKey = trusted(keys.length > rulesOfRangesMax ? "CONCAT(rule_key)" : "rule_key");
  const rows = await transaction.query(
    sql`SELECT id, cleared_at, shadow, insurer_id, enterprise_id, service_agency_id, region_code, sector
      FROM finding WHERE subject_id IN (${valueList(ids)}) AND ${ruleKey} IN (${valueList(keys)})`,
  );
  return new Map(rows.map((row) => [row["id"] as string, row]));
}

/** It was raised and never cleared, under the rule as it stands. */
function stands({ rule }: Found, row: Row | undefined): boolean {
  return row?.["cleared_at"] === null && row["shadow"] === shadowOf(rule);
}

function hasMoved(found: Found, row: Row | undefined): boolean {
  const columns = columnsOf(found);
  return stands(found, row) && scopeColumns.some((name) => row?.[name] !== columns[name]);
}

function shadowOf(rule: FindingRule): number {
  return ruleStanding(rule).lifecycle === RuleLifecycle.SHADOW ? 1 : 0;
}

const scopeColumns = [
  "insurer_id",
  "enterprise_id",
  "service_agency_id",
  "region_code",
  "sector",
] as const;

function columnsOf({ rule, ...found }: Found) {
  return {
    id: found.id,
    rule_key: keyOf(rule),
    rule_id: rule.id,
    severity: rule.severity,
    rule_class: rule.class,
    subject_type: rule.subject.type,
    subject_id: found.subjectId,
    paths: JSON.stringify(rule.paths),
    zh: rule.zh,
    en: rule.en,
    legal_basis: rule.legalBasis,
    rule_set_version: ruleSetVersion,
    shadow: shadowOf(rule),
    cleared_at: null,
    status: "OPEN",
    insurer_id: found.insurerId,
    enterprise_id: found.enterpriseId,
    service_agency_id: found.serviceAgencyId,
    region_code: found.regionCode,
    sector: found.sector,
  } satisfies Record<string, SqlValue>;
}

/** Stores findings; of those that are there already, only these columns are replaced. */
async function store(
  transaction: Transaction,
  found: readonly Found[],
  { now }: RequestClock,
  replaced: (names: readonly string[]) => readonly string[],
): Promise<void> {
  const stored = found.map((one): Record<string, SqlValue> => ({
    ...columnsOf(one),
    raised_at: now,
  }));
  const [first] = stored;
  if (!first) return;
  const columns = Object.keys(first);
  const rows = stored.map((one) => Object.values(one));
  const again = updateColumns(replaced(columns));
  for (const statement of insertSql({ table: "finding", columns, rows }, again))
    await transaction.execute(statement);
}

async function clear(
  transaction: Transaction,
  ids: readonly string[],
  { now }: RequestClock,
): Promise<void> {
  if (ids.length === 0) return;
  await transaction.execute(
    sql`UPDATE finding SET cleared_at = ${value(now)} WHERE id IN (${valueList(ids)})`,
  );
}
