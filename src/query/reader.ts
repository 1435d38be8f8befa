import { getArgumentValues, type FieldNode, type GraphQLSchema } from "graphql";
import type { Caller } from "../access/caller";
import type { Delivery } from "../access/log/delivery";
import { identifier, sql, trusted, valueList, type Sql, type SqlValue } from "../database/sql";
import { snakeCase } from "../database/names";
import type { Cursors } from "./cursor";
import { connectionFrom, pageWhere } from "./connection-page";
import type { EntityModel } from "./entity-model";
import { whereSql } from "./filter/where-sql";
import { readListRequest, type ListArguments, type ListRequest } from "./list-request";
import { keySql, orderSql } from "./order/order-sql";
import type { EntityPlan, ListPlan, ReadRow } from "./read-plan";
import type { RowLimits } from "./row-limits";
import { alias, scopeOf, selectSql, valueOf, withinLimit, type RequestClock } from "./select";

/** Ids in one IN list; more are read in several statements. */
const idsPerStatementMax = 2000;
const t = trusted(alias);
/* With a space, which no property has, so that they never meet a column of an entity. */
const parentColumn = "parent key";
const placeColumn = "place in list";
const keyColumn = (n: number): string => `order ${String(n)}`;

/** Lists below rows: of these parents, tied to them by this property. */
interface Children {
  readonly by: string;
  readonly parents: readonly string[];
}

/** What a read needs of the request it belongs to. */
export interface ReadContext {
  caller: Caller;
  clock: RequestClock;
  run: (statement: Sql) => Promise<ReadRow[]>;
  cursors: Cursors;
  /** The rows this operation is limited to. */
  rowLimits: RowLimits;
  /** Told of what is read, for the access log. */
  delivery: Delivery;
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
}

/**
 * Reads what a plan asks for: one statement per level of the operation, whatever the number of
 * rows, each with the caller's row scope of its table in the WHERE.
 */
export class Reader {
  constructor(private readonly context: ReadContext) {}

  /** One page of all visible rows of an entity. */
  async list(plan: ListPlan, given: ListArguments, where: readonly Sql[] = []): Promise<ReadRow> {
    const lists = await this.lists(plan, given, null, where);
    return lists.get("") ?? {};
  }

  /** Rows by a unique property, in the order of `keys`; null where none is visible. */
  async byKey(
    plan: EntityPlan,
    property: string,
    keys: readonly string[],
  ): Promise<(ReadRow | null)[]> {
    const rows = await this.rowsByKey(plan, property, [...new Set(keys)]);
    return keys.map((key) => rows.get(key) ?? null);
  }

  private async rowsByKey(
    plan: EntityPlan,
    property: string,
    keys: readonly string[],
  ): Promise<Map<string, ReadRow>> {
    const { caller, clock, rowLimits, run } = this.context;
    const { model } = plan;
    const rows: ReadRow[] = [];
    for (let from = 0; from < keys.length; from += idsPerStatementMax) {
      const list = valueList(keys.slice(from, from + idsPerStatementMax));
      const statement = selectSql({
        model,
        properties: new Set([...plan.properties, property]),
        extra: this.plainRows(plan),
        scope: scopeOf(model, caller, rowLimits),
        where: [sql`${t}.${identifier(snakeCase(property))} IN (${list})`],
        rest: trusted(""),
        clock,
      });
      rows.push(...(await run(statement)));
    }
    const byKey = new Map(rows.map((row) => [row[property] as string, row]));
    await this.complete(plan, rows);
    return byKey;
  }

  /** Fills in what lies below these rows, then turns stored values into answers. */
  private async complete(plan: EntityPlan, rows: readonly ReadRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.context.delivery.rows(plan, rows);
    // Sequential on purpose: a request holds at most one connection of the pool at a time.
    for (const one of plan.ones) {
      const keys = new Set<string>();
      for (const row of rows) if (row[one.by] != null) keys.add(row[one.by] as string);
      const found = await this.rowsByKey(one.plan, "id", [...keys]);
      for (const row of rows) row[one.field] = found.get(row[one.by] as string) ?? null;
    }
    for (const list of plan.lists) {
      const parents = rows.map((row) => row["id"] as string);
      const given = this.argumentsOf(plan.model, list.field, list.node);
      const found = await this.lists(list.plan, given, { by: list.by, parents }, []);
      for (const row of rows) row[list.slot] = found.get(row["id"] as string);
    }
    for (const { property, convert, plain } of plan.conversions)
      for (const row of rows) {
        const stored = row[property];
        if (stored === null) continue;
        const apply = plain && Number(row[plain.column]) === 1 ? plain.convert : convert;
        if (apply) row[property] = apply(stored);
      }
  }

  /** Where some rows are read plain and others masked, which are which. */
  private plainRows({ model, plainRows }: EntityPlan): Sql[] {
    return plainRows.map(
      ({ column, limit }) =>
        sql`${withinLimit(model, this.context.caller, limit)} AS ${identifierText(column)}`,
    );
  }

  private argumentsOf(model: EntityModel, field: string, node: FieldNode): ListArguments {
    const type = this.context.schema.getType(model.name);
    const definition = type && "getFields" in type ? type.getFields()[field] : undefined;
    if (!definition || !("args" in definition)) throw new Error(`no field ${model.name}.${field}`);
    return getArgumentValues(definition, node, this.context.variables);
  }

  /** Pages by parent id (or "" without parents), every parent present. */
  private async lists(
    plan: ListPlan,
    given: ListArguments,
    children: Children | null,
    besides: readonly Sql[],
  ): Promise<Map<string, ReadRow>> {
    const { model } = plan.rows;
    const request = readListRequest(model, children?.by ?? null, given);
    const { page, order, cursorOf } = request;
    const where = [...besides, ...whereSql(model, request.where, this.context, alias)];
    const groups = new Map<string, ReadRow[]>((children?.parents ?? [""]).map((p) => [p, []]));
    if (plan.wantsNodes || plan.wantsEdges || plan.wantsPageInfo) {
      const rows = await this.pageRows(plan, request, children, where);
      for (const row of rows) groups.get(children ? (row[parentColumn] as string) : "")?.push(row);
    }
    const totals = plan.wantsTotalCount ? await this.totals(plan, children, where) : null;
    const result = new Map<string, ReadRow>();
    const shown: ReadRow[] = [];
    const cursorAt = (row: ReadRow): string =>
      this.context.cursors.make(
        cursorOf,
        order.map((_, n) => row[keyColumn(n)] as SqlValue),
      );
    for (const [parent, rows] of groups) {
      const made = connectionFrom(plan, page, rows, cursorAt);
      shown.push(...made.rows);
      if (totals) made.connection["totalCount"] = totals.get(parent) ?? 0;
      result.set(parent, made.connection);
    }
    await this.complete(plan.rows, shown);
    return result;
  }

  private async pageRows(
    plan: ListPlan,
    request: ListRequest,
    children: Children | null,
    where: readonly Sql[],
  ): Promise<ReadRow[]> {
    const { caller, clock, run, cursors, rowLimits } = this.context;
    const { model, properties } = plan.rows;
    const { page } = request;
    const order = orderSql(model, request.order, page.backward, this.context);
    // One row more than asked tells whether a next page exists, without a count.
    const limit = page.size + (plan.wantsPageInfo ? 1 : 0);
    const statement = {
      model,
      properties,
      extra: [...this.plainRows(plan.rows), ...this.keys(plan, request)],
      scope: scopeOf(model, caller, rowLimits),
      where: [...where, ...pageWhere(model, request, cursors, this.context)],
      clock,
    };
    if (!children)
      return run(selectSql({ ...statement, rest: sql`${order} LIMIT ${limitOf(limit)}` }));
    const parent = valueOf(model, children.by, clock);
    const name = identifierText(parentColumn);
    statement.where.push(sql`${parent} IN (${valueList(children.parents)})`);
    if (children.parents.length === 1)
      return run(
        selectSql({
          ...statement,
          extra: [...statement.extra, sql`${parent} AS ${name}`],
          rest: sql`${order} LIMIT ${limitOf(limit)}`,
        }),
      );
    const numbered = selectSql({
      ...statement,
      extra: [
        ...statement.extra,
        sql`${parent} AS ${name}`,
        sql`ROW_NUMBER() OVER (PARTITION BY ${parent} ${order}) AS ${identifierText(placeColumn)}`,
      ],
      rest: trusted(""),
    });
    const place = identifierText(placeColumn);
    return run(
      sql`SELECT * FROM (${numbered}) n WHERE ${place} <= ${limitOf(limit)} ORDER BY ${place}`,
    );
  }

  /** The values of the order, where the answer has cursors. */
  private keys(plan: ListPlan, { order }: ListRequest): Sql[] {
    if (!plan.wantsCursors && !plan.wantsPageInfo) return [];
    return order.map(
      (key, n) =>
        sql`${keySql(plan.rows.model, key, this.context)} AS ${identifierText(keyColumn(n))}`,
    );
  }

  private async totals(
    plan: ListPlan,
    children: Children | null,
    where: readonly Sql[],
  ): Promise<Map<string, number>> {
    const { caller, clock, rowLimits, run } = this.context;
    const { model } = plan.rows;
    const parent = children ? valueOf(model, children.by, clock) : trusted("''");
    const lists = children?.parents.length ?? 1;
    this.context.delivery.count(`${model.name}Connection.totalCount`, lists);
    const rows = await run(
      selectSql({
        model,
        properties: [],
        extra: [sql`${parent} AS parent, COUNT(*) AS total`],
        scope: scopeOf(model, caller, rowLimits),
        where: children ? [...where, sql`${parent} IN (${valueList(children.parents)})`] : where,
        rest: children ? sql`GROUP BY ${parent}` : trusted(""),
        clock,
      }),
    );
    return new Map(rows.map((row) => [row["parent"] as string, Number(row["total"])]));
  }
}

/** Integers of our own making; MariaDB takes no text parameter in LIMIT. */
function limitOf(count: number): Sql {
  return trusted(String(Math.trunc(count)));
}

function identifierText(name: string): Sql {
  return trusted(`\`${name}\``);
}
