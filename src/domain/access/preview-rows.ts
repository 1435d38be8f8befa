import type { Caller } from "../../access/caller";
import { limitedRows } from "../../access/scope-predicate";
import { allOwnRows, type Rights } from "../../access/rights";
import { joinSql, sql, sqlFalse, trusted, value, type Sql } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { modelNamed, modelOf, type EntityModel } from "../../query/entity-model";
import type { RowLimits } from "../../query/row-limits";
import { alias, scopeOf, selectSql } from "../../query/select";
import type { Plain } from "../../submission/plain";
import { Claim } from "../claims/claim.entity";
import { Enterprise } from "../registry/enterprise.entity";
import type { PreviewedCount, PreviewedField, PreviewedRows } from "./grant-preview";
import type { GrantTerms } from "./grant-terms";
import type { Change } from "./preview-fields";

type Asking = Pick<HubContext, "caller" | "clock" | "database">;

const withheld: Plain<PreviewedCount> = { state: "WITHHELD", rows: null };

/**
 * How many rows of each type the receiver gains or loses the use of. Counted among rows the asker
 * may list itself, and not at all when the grant names an enterprise or claim that the asker may
 * not see: so a preview answers alike whatever is hidden.
 */
export async function changedRows(
  context: Asking,
  receiver: Caller,
  change: Change,
  asked: { fields: readonly Plain<PreviewedField>[]; rows: GrantTerms["rows"] },
): Promise<Plain<PreviewedRows>[]> {
  const types = [...new Set(asked.fields.map(({ coordinate }) => coordinate.split(".")[0] ?? ""))];
  const isTold = await namesVisibleRows(context, asked.rows);
  const changed: Plain<PreviewedRows>[] = [];
  for (const type of types.sort()) {
    const model = modelNamed(type);
    if (!model) continue;
    const names = asked.fields.map(({ coordinate }) => coordinate.split("."));
    const fields = names.flatMap(([of, name]) => (of === type && name ? [name] : []));
    const reaches = change.after.permits(`${type}.id`, model.label, "SELECT");
    const { before, after } = change;
    const count = (from: Rights, to: Rights): Promise<Plain<PreviewedCount>> =>
      countRows(context, model, gainedSql(model, receiver, { before: from, after: to }, fields));
    const mayList = isTold && listLimits(context.caller, model) !== null;
    changed.push({
      type,
      gained: mayList ? await count(before, after) : withheld,
      lost: mayList ? await count(after, before) : withheld,
      needs: reaches ? [] : [model.label],
    });
  }
  return changed;
}

/** To which of its rows the asker is limited when it lists them; null when it may not. */
function listLimits({ rights }: Caller, { name, label }: EntityModel): RowLimits | null {
  if (!rights.permits(`${name}.id`, label, "SELECT")) return null;
  const limit = rights.rowsFor(`${name}.id`, label, "SELECT");
  return new Map(limit ? [[name, [limit]]] : []);
}

async function namesVisibleRows(context: Asking, rows: GrantTerms["rows"]): Promise<boolean> {
  if (rows.kind !== "ENTERPRISE" && rows.kind !== "CLAIM") return true;
  const model = modelOf(rows.kind === "CLAIM" ? Claim : Enterprise);
  if (!listLimits(context.caller, model)) return false;
  const { rows: found } = await countRows(context, model, sql`t.id = ${value(rows.value)}`);
  return found === 1;
}

async function countRows(
  { caller, clock, database }: Asking,
  model: EntityModel,
  where: Sql,
): Promise<Plain<PreviewedCount>> {
  const limits = listLimits(caller, model);
  if (!limits) return withheld;
  const [row] = await database.read(
    selectSql({
      ...{ model, properties: [], clock, rest: trusted("") },
      extra: [trusted("COUNT(*) AS total")],
      scope: scopeOf(model, caller, limits),
      where: [sql`(${where})`],
    }),
  );
  return { state: "VALUE", rows: Number(row?.["total"]) };
}

/** Rows that are reached after, and on which a field is read, or read plain, only after. */
function gainedSql(
  model: EntityModel,
  receiver: Caller,
  change: Change,
  fields: readonly string[],
): Sql {
  const key = (rights: Rights): Sql => readableSql(model, receiver, rights, "id", "SELECT");
  const gains = new Map<string, Sql>();
  for (const field of fields)
    for (const how of ["SELECT", "PLAIN"] as const) {
      const before = readableSql(model, receiver, change.before, field, how);
      const after = readableSql(model, receiver, change.after, field, how);
      const had = sql`COALESCE((${key(change.before)}) AND (${before}), FALSE)`;
      // Most fields of a label share one condition.
      gains.set(JSON.stringify([before, after]), sql`((${after}) AND NOT ${had})`);
    }
  if (gains.size === 0) return sqlFalse;
  return sql`(${key(change.after)}) AND (${joinSql([...gains.values()], " OR ")})`;
}

/** The rows on which the receiver reads a field. */
function readableSql(
  model: EntityModel,
  receiver: Caller,
  rights: Rights,
  field: string,
  how: "SELECT" | "PLAIN",
): Sql {
  const coordinate = `${model.name}.${field}`;
  const label = model.fields.get(field)?.label ?? model.relations.get(field)?.label ?? model.label;
  if (!rights.permits(coordinate, label, "SELECT")) return sqlFalse;
  const limit =
    how === "PLAIN"
      ? rights.plainRows(coordinate, label)
      : rights.rowsFor(coordinate, label, "SELECT");
  return limitedRows(model.scope, receiver, alias, limit ?? allOwnRows);
}
