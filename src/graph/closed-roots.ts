import { isObjectType, type GraphQLSchema } from "graphql";
import type { FieldMention } from "../access/decision";
import type { OrganisationType } from "../access/organisation-type";
import { callersOf } from "./root-rules";

/**
 * The root fields among these mentions that an organisation of this type may not start, whatever
 * its right to their data; those in `but` are denied already.
 */
export function closedRoots(
  schema: GraphQLSchema,
  mentioned: readonly FieldMention[],
  type: OrganisationType,
  but: readonly FieldMention[],
): FieldMention[] {
  return mentioned.filter(({ field, mention }) => {
    const [typeName = "", name = ""] = field.split(".");
    const root = schema.getType(typeName);
    const definition = isObjectType(root) ? root.getFields()[name] : undefined;
    const callers = definition && callersOf(definition);
    if (!callers || callers.includes(type)) return false;
    return !but.some((denied) => denied.field === field && denied.mention === mention);
  });
}
