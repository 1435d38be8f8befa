import type { Caller } from "../../access/caller";
import { scopeFor } from "../../access/scope-predicate";
import { snakeCase } from "../../database/names";
import { identifier, joinSql, sql, trusted, type Sql } from "../../database/sql";
import { subjectKeyOf, type EntityModel, type FieldModel } from "../entity-model";
import type { RowLimits } from "../row-limits";
import { alias, scopeOf, valueOf, type RequestClock } from "../select";
import type { GroupKey } from "./aggregate-request";
import { steppedSql } from "./group-step";

/** For whom and when a grouped question is asked, over which rows. */
export interface AggregateScope {
  readonly model: EntityModel;
  readonly caller: Caller;
  readonly clock: RequestClock;
  readonly rowLimits: RowLimits;
  /** Conditions of the question itself, over the usual alias. */
  readonly where: readonly Sql[];
}

/** What is computed of each field: the sum with the number of values, the ends, distinct values. */
export type FieldUse = ReadonlySet<"sum" | "ends" | "distinct">;

/** The visible rows grouped by these keys: one statement, at most `limit` groups. */
export function groupedSql(
  scope: AggregateScope,
  keys: readonly GroupKey[],
  fields: ReadonlyMap<FieldModel, FieldUse>,
  limit: number,
): Sql {
  const columns = keys.map((_, n) => keySql(scope, keys, n));
  columns.push(trusted("COUNT(*) AS total"));
  [...fields].forEach(([field, use], n) => {
    const value = valueOf(scope.model, field.name, scope.clock);
    const named = (of: Sql, name: string): number =>
      columns.push(sql`${of} AS ${trusted(`${name}${String(n)}`)}`);
    named(sql`COUNT(${value})`, "present");
    if (use.has("sum")) named(sql`SUM(${value})`, "sum");
    if (use.has("ends")) named(sql`MIN(${value})`, "min");
    if (use.has("ends")) named(sql`MAX(${value})`, "max");
    if (use.has("distinct")) named(sql`COUNT(DISTINCT ${value})`, "distinct");
  });
  const groups = keys.map((_, n) => keyName(n));
  const by = groups.length ? sql`GROUP BY ${joinSql(groups, ", ")}` : trusted("");
  const most = trusted(`LIMIT ${String(Math.trunc(limit))}`);
  // Outside: of a statement with a LIMIT the server thinks that few rows of the table will do.
  const all = sql`SELECT ${joinSql(columns, ", ")} ${fromSql(scope, keys)} ${by}`;
  return keys.length ? sql`SELECT * FROM (${all}) all_groups ${most}` : all;
}

/**
 * The rows themselves as contributions to one field's figures: group, value, who it is about, and a
 * digest that stands for the row with its value.
 */
export function contributionsSql(
  scope: AggregateScope,
  keys: readonly GroupKey[],
  field: FieldModel,
  limit: number,
): Sql {
  const { model, clock } = scope;
  const t = trusted(alias);
  const value = field.kind === "id" ? trusted("1") : valueOf(model, field.name, clock);
  const party = (property: string): Sql =>
    sql`COALESCE(CRC32(${t}.${identifier(snakeCase(property))}), 0)`;
  const insurer = subjectKeyOf(model, "INSURER");
  const columns = [
    ...keys.map((_, n) => keySql(scope, keys, n)),
    sql`${value} AS value`,
    sql`${party(contributorOf(model))} AS enterprise`,
    sql`${insurer === null ? trusted("0") : party(insurer)} AS insurer`,
    // 52 bits: as many as a number holds exactly.
    sql`CONV(LEFT(MD5(CONCAT(${t}.id, '=', ${value})), 13), 16, 10) AS digest`,
  ];
  const most = trusted(`LIMIT ${String(Math.trunc(limit))}`);
  const present = sql`AND ${value} IS NOT NULL`;
  return sql`SELECT ${joinSql(columns, ", ")} ${fromSql(scope, keys)} ${present} ${most}`;
}

/** Who stands behind a row: the enterprise it is about, else the insurer, else who it refers to. */
function contributorOf(model: EntityModel): string {
  const subject = subjectKeyOf(model, "ENTERPRISE") ?? subjectKeyOf(model, "INSURER");
  return subject ?? [...model.keys.keys()][0] ?? "id";
}

/** The visible rows, each with the visible rows its keys are fields of. */
function fromSql(
  { model, caller, rowLimits, where }: AggregateScope,
  keys: readonly GroupKey[],
): Sql {
  const joins = relationsOf(keys).map(([by, target], n) => {
    const joined = joinAlias(n);
    const j = trusted(joined);
    const visible = scopeFor(target.scope, caller, joined, rowLimits.get(target.name));
    const link = sql`${j}.id = ${trusted(alias)}.${identifier(snakeCase(by))}`;
    return sql`LEFT JOIN ${identifier(target.table)} ${j} ON ${link} AND (${visible})`;
  });
  const from = sql`FROM ${identifier(model.table)} ${trusted(alias)} ${joinSql(joins, " ")}`;
  const conditions = [scopeOf(model, caller, rowLimits), ...where].map((one) => sql`(${one})`);
  return sql`${from} WHERE ${joinSql(conditions, " AND ")}`;
}

/** The relations that the keys go through, each once. */
function relationsOf(keys: readonly GroupKey[]): [by: string, target: EntityModel][] {
  const found = new Map<string, EntityModel>();
  for (const { group } of keys) if (group.relation) found.set(group.relation.by, group.model);
  return [...found];
}

function joinAlias(n: number): string {
  return `j${String(n)}`;
}

function keyName(n: number): Sql {
  return trusted(`key${String(n)}`);
}

function keySql({ clock }: AggregateScope, keys: readonly GroupKey[], n: number): Sql {
  const { group, step } = keys[n] as GroupKey;
  const joined = relationsOf(keys).findIndex(([by]) => by === group.relation?.by);
  const of = joined < 0 ? alias : joinAlias(joined);
  const value = valueOf(group.model, group.field.name, clock, of);
  return sql`${steppedSql(group.field, value, step)} AS ${keyName(n)}`;
}
