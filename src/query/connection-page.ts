import type { Sql, SqlValue } from "../database/sql";
import type { Cursors } from "./cursor";
import type { EntityModel } from "./entity-model";
import type { Page } from "./page";
import type { ListPlan, ReadRow } from "./read-plan";
import { beyond, directionOf, type RequestClock } from "./select";

/** Names the list and order a cursor belongs to. */
export function cursorOrder(model: EntityModel, by: string | null): string {
  return `${model.name}/${by ?? ""}/${model.order.by} ${model.order.direction}`;
}

/** The keyset conditions of `after` and `before`. */
export function pageWhere(
  model: EntityModel,
  page: Page,
  cursors: Cursors,
  order: string,
  clock: RequestClock,
): Sql[] {
  const where: Sql[] = [];
  const { after, before } = page;
  const forward = directionOf(model, false);
  const backward = directionOf(model, true);
  if (after !== null) where.push(beyond(model, cursors.read(order, after), forward, clock));
  if (before !== null) where.push(beyond(model, cursors.read(order, before), backward, clock));
  return where;
}

/** The connection of one list from its rows as read (perhaps one too many, perhaps reversed). */
export function connectionFrom(
  plan: ListPlan,
  page: Page,
  read: ReadRow[],
  cursorAt: (at: SqlValue[]) => string,
): { connection: ReadRow; rows: ReadRow[] } {
  const more = read.length > page.size;
  const rows = more ? read.slice(0, page.size) : read;
  if (page.backward) rows.reverse();
  const connection: ReadRow = {};
  const cursorOf = (row: ReadRow): string =>
    cursorAt([row[plan.rows.model.order.by] as SqlValue, row["id"] as SqlValue]);
  if (plan.wantsNodes) connection["nodes"] = rows;
  if (plan.wantsEdges)
    connection["edges"] = rows.map((node) => {
      const edge: ReadRow = { node };
      if (plan.wantsCursors) edge["cursor"] = cursorOf(node);
      return edge;
    });
  if (plan.wantsPageInfo) {
    const [first, last] = [rows[0], rows.at(-1)];
    connection["pageInfo"] = {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    };
  }
  return { connection, rows };
}
