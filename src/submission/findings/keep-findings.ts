import type { Row, Transaction } from "../../database/database";
import { insertSql, updateColumns } from "../../database/insert";
import { sql, value, valueList } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { RuleLifecycle } from "../rule-lifecycle";
import { ruleStanding } from "../rule";
import { ruleSetVersion } from "../rules/submission-limits";
import { keyOf, type FindingRule } from "./finding-rule";
import { findingStatement } from "./finding-statement";
import { foundOf, type Found } from "./found";

/** Subjects of one statement. */
export const subjectsMax = 1_000;

/**
 * Judges subjects by a rule and keeps what is found: raises what is new or came back, clears what
 * the data no longer break. Whoever calls holds the lock of the clock.
 */
export async function keepFindings(
  transaction: Transaction,
  rule: FindingRule,
  subjects: readonly string[],
  clock: RequestClock,
): Promise<void> {
  for (let from = 0; from < subjects.length; from += subjectsMax) {
    const ids = subjects.slice(from, from + subjectsMax);
    const found = await judge(transaction, rule, ids, clock);
    const kept = await transaction.query(
      sql`SELECT id, cleared_at, shadow, insurer_id, enterprise_id, service_agency_id, region_code, sector
        FROM finding WHERE subject_id IN (${valueList(ids)})
          AND rule_key = ${value(keyOf(rule))}`,
    );
    const known = new Map(kept.map((row) => [row["id"] as string, row]));
    const fresh = found.filter(({ id }) => !stands(rule, known.get(id)));
    await raise(transaction, rule, fresh, clock);
    await move(transaction, found, known);
    const broken = new Set(found.map(({ id }) => id));
    const healed = kept.filter(
      (row) => row["cleared_at"] === null && !broken.has(String(row["id"])),
    );
    await clear(transaction, healed, clock);
  }
}

/** It was raised and never cleared, under the rule as it stands. */
function stands(rule: FindingRule, row: Row | undefined): boolean {
  return row?.["cleared_at"] === null && row["shadow"] === shadowOf(rule);
}

function shadowOf(rule: FindingRule): number {
  return ruleStanding(rule).lifecycle === RuleLifecycle.SHADOW ? 1 : 0;
}

async function judge(
  transaction: Transaction,
  rule: FindingRule,
  ids: readonly string[],
  clock: RequestClock,
): Promise<Found[]> {
  const { lifecycle } = ruleStanding(rule);
  // What is not in force finds nothing, so that what it once found is cleared.
  if (lifecycle !== RuleLifecycle.ACTIVE && lifecycle !== RuleLifecycle.SHADOW) return [];
  const rows = await transaction.query(findingStatement(rule, ids, clock));
  const broken = rule.judges ? rows.filter((row) => rule.judges?.(row)) : rows;
  const found = broken.map((row) => foundOf(rule, row));
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

const scopeColumns = [
  "insurer_id",
  "enterprise_id",
  "service_agency_id",
  "region_code",
  "sector",
] as const;

function scopeOf(found: Found): (string | null)[] {
  const { insurerId, enterpriseId, serviceAgencyId, regionCode, sector } = found;
  return [insurerId, enterpriseId, serviceAgencyId, regionCode, sector];
}

async function raise(
  transaction: Transaction,
  rule: FindingRule,
  found: readonly Found[],
  { now }: RequestClock,
): Promise<void> {
  if (found.length === 0) return;
  const shadow = shadowOf(rule);
  const { id: ruleId, severity, class: ruleClass, zh, en, legalBasis, paths, subject } = rule;
  const columns = [
    ...[
      "id",
      "rule_key",
      "rule_id",
      "severity",
      "rule_class",
      "subject_type",
      "subject_id",
      "paths",
      "zh",
    ],
    ...["en", "legal_basis", "rule_set_version", "shadow", "raised_at", "cleared_at", "status"],
    ...scopeColumns,
  ];
  const rows = found.map((one) => [
    ...[one.id, keyOf(rule), ruleId, severity, ruleClass, subject.type, one.subjectId],
    ...[
      JSON.stringify(paths),
      zh,
      en,
      legalBasis,
      ruleSetVersion,
      shadow,
      now,
      null,
      "OPEN",
      ...scopeOf(one),
    ],
  ]);
  const again = updateColumns(columns.slice(1));
  for (const statement of insertSql({ table: "finding", columns, rows }, again))
    await transaction.execute(statement);
}

/** A finding follows its subject to another region, sector or enterprise. */
async function move(
  transaction: Transaction,
  found: readonly Found[],
  known: ReadonlyMap<string, Row>,
): Promise<void> {
  for (const one of found) {
    const row = known.get(one.id);
    const scope = scopeOf(one);
    if (!row || scopeColumns.every((name, n) => row[name] === scope[n])) continue;
    await transaction.execute(
      sql`UPDATE finding SET insurer_id = ${value(one.insurerId)},
          enterprise_id = ${value(one.enterpriseId)}, region_code = ${value(one.regionCode)},
          service_agency_id = ${value(one.serviceAgencyId)}, sector = ${value(one.sector)}
        WHERE id = ${value(one.id)}`,
    );
  }
}

async function clear(
  transaction: Transaction,
  healed: readonly Row[],
  { now }: RequestClock,
): Promise<void> {
  if (healed.length === 0) return;
  const ids = valueList(healed.map((row) => row["id"] as string));
  await transaction.execute(
    sql`UPDATE finding SET cleared_at = ${value(now)} WHERE id IN (${ids})`,
  );
}
