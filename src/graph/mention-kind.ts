import {
  isInputObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationTypeNode,
} from "graphql";
import { mentions, type Mention } from "../access/right";

/**
 * How an operation mentions a field by naming it: the one answer for the decision and for what a
 * caller's schema shows. `extensions.mention` on a mutation field or an input field replaces the
 * usual kind. `within` is the kind of operation an input field stands in.
 */
export function mentionOfField(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown> | GraphQLInputField,
  within: `${OperationTypeNode}` = "mutation",
): Mention {
  const isInput = isInputObjectType(type);
  if (!isInput && type !== schema.getMutationType()) return "SELECT";
  const declared = field.extensions["mention"];
  if (declared === undefined) {
    if (!isInput) return "CALL";
    return within === "mutation" ? "INPUT" : "FILTER";
  }
  const mention = mentions.find((known) => known === declared);
  if (!mention) throw new Error(`${type.name}.${field.name}: declares no kind of mention`);
  return mention;
}
