import { getNamedType, isEnumType, isObjectType, type GraphQLSchema } from "graphql";
import type { AggregateRequest } from "../../query/figures/aggregate-request";
import type { AnsweredGroup } from "../../query/figures/arrangement";
import type { HubContext } from "../context";

/** By place of the key: the names of its values. */
export type NamesOfKeys = readonly ReadonlyMap<string, string>[];

/** What the values of the keys are called, where the hub knows: values of closed lists. */
export function namesOfKeys(
  schema: GraphQLSchema,
  _context: HubContext,
  { keys }: AggregateRequest,
  _groups: readonly AnsweredGroup[],
): Promise<NamesOfKeys> {
  const names = keys.map(({ group }) => {
    const type = schema.getType(group.model.name);
    const field = isObjectType(type) ? type.getFields()[group.field.name] : undefined;
    const of = field && getNamedType(field.type);
    if (!isEnumType(of)) return new Map<string, string>();
    return new Map(of.getValues().map(({ name, description }) => [name, description ?? name]));
  });
  return Promise.resolve(names);
}
