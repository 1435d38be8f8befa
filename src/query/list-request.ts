import { createHash } from "node:crypto";
import type { EntityModel } from "./entity-model";
import { checkWhere } from "./filter/check-where";
import type { WhereInput } from "./filter/where-input";
import type { OrderKey } from "./order/order-key";
import { requestedOrder, type OrderInput } from "./order/requested-order";
import { readPage, type Page, type PageRequest } from "./page";

/** The arguments of a list as coerced by their types. */
export interface ListArguments extends PageRequest {
  where?: WhereInput;
  orderBy?: readonly OrderInput[] | null;
}

/** What one request wants of a list: which rows, in which order, which page of them. */
export interface ListRequest {
  readonly page: Page;
  readonly where: WhereInput;
  readonly order: readonly OrderKey[];
  /** Names the list, its filter and its order: a cursor of another is not one of this. */
  readonly cursorOf: string;
}

/**
 * Reads the arguments of a list, or says with its place what is wrong with them. `by` is the
 * property that ties the rows of a nested list to their parent.
 */
export function readListRequest(
  model: EntityModel,
  by: string | null,
  given: ListArguments,
): ListRequest {
  const page = readPage(given);
  checkWhere(model, given.where);
  const order = requestedOrder(model, given.orderBy);
  const where = given.where ?? {};
  const keys = order.map(({ name, direction }) => `${name} ${direction}`).join(",");
  const cursorOf = `${model.name}/${by ?? ""}/${keys}/${digestOf(where)}`;
  return { page, where, order, cursorOf };
}

/** Equal for equal filters, however they were written down. */
function digestOf(where: WhereInput): string {
  const text = JSON.stringify(where, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return text === "{}" ? "" : createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
