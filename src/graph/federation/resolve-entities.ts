import type { GraphQLFieldResolver } from "graphql";
import { readEntityId } from "../../database/entity-id";
import { HubError } from "../../error/hub-error";
import { modelNamed } from "../../query/entity-model";
import type { ReadRow } from "../../query/read-plan";
import type { HubContext } from "../context";
import { readOne } from "../read";

/**
 * Resolves `_entities`. A reference is read like any row: by id, within the caller's scope, with
 * the columns selected, all references of a type in one statement. A row that does not exist and
 * a row the caller may not see are the same null; a reference that no gateway would send is
 * refused as a whole. (The library's own resolver hands unknown references back as data.)
 */
export function resolveEntities(
  resolvable: ReadonlySet<string>,
): GraphQLFieldResolver<unknown, HubContext> {
  return (_root, { representations }: Record<string, unknown>, context, info) => {
    if (!Array.isArray(representations)) throw refused("representations");
    const references = representations.map((given) => readReference(given, resolvable));
    return references.map(async ({ type, id }) => {
      const model = modelNamed(type);
      if (!model) throw refused("__typename");
      const row = await readOne(context, info, model, "id", id);
      return row && named(row, type);
    });
  };
}

/** Nothing of a reference counts but its type and its id. */
function readReference(
  given: unknown,
  resolvable: ReadonlySet<string>,
): { type: string; id: string } {
  if (typeof given !== "object" || given === null) throw refused("representations");
  const { __typename: type, id } = given as Record<string, unknown>;
  if (typeof type !== "string" || !resolvable.has(type)) throw refused("__typename");
  const model = modelNamed(type);
  if (!model || typeof id !== "string") throw refused("id");
  return { type, id: readEntityId(id, model.idPrefix) };
}

/** The union of entities tells its members apart by this property; it is not part of the row. */
function named(row: ReadRow, type: string): ReadRow {
  return Object.defineProperty(row, "__typename", { value: type });
}

function refused(part: string): HubError {
  return new HubError("BAD_USER_INPUT", { reason: `_entities: ${part}` });
}
