import type { Sql } from "../database/sql";
import type { Cursors } from "./cursor";
import type { EntityModel } from "./entity-model";
import type { WhereContext } from "./filter/where-sql";
import type { ListRequest } from "./list-request";
import { beyond } from "./order/order-sql";
import type { Page } from "./page";
import type { ListPlan, ReadRow } from "./read-plan";

/** The keyset conditions of `after` and `before`. */
export function pageWhere(
  model: EntityModel,
  { page, order, cursorOf }: ListRequest,
  cursors: Cursors,
  context: WhereContext,
): Sql[] {
  const where: Sql[] = [];
  const { after, before } = page;
  const from = (cursor: string, reverse: boolean): Sql =>
    beyond(model, order, cursors.read(cursorOf, cursor), reverse, context);
  if (after !== null) where.push(from(after, false));
  if (before !== null) where.push(from(before, true));
  return where;
}

/** The connection of one list from its rows as read (perhaps one too many, perhaps reversed). */
export function connectionFrom(
  plan: ListPlan,
  page: Page,
  read: ReadRow[],
  cursorAt: (row: ReadRow) => string,
): { connection: ReadRow; rows: ReadRow[] } {
  const more = read.length > page.size;
  const rows = more ? read.slice(0, page.size) : read;
  if (page.backward) rows.reverse();
  const connection: ReadRow = {};
  if (plan.wantsNodes) connection["nodes"] = rows;
  if (plan.wantsEdges)
    connection["edges"] = rows.map((node) => {
      const edge: ReadRow = { node };
      if (plan.wantsCursors) edge["cursor"] = cursorAt(node);
      return edge;
    });
  if (plan.wantsPageInfo) {
    const [first, last] = [rows[0], rows.at(-1)];
    connection["pageInfo"] = {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      startCursor: first ? cursorAt(first) : null,
      endCursor: last ? cursorAt(last) : null,
    };
  }
  return { connection, rows };
}
