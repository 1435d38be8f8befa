import { isNativeError } from "node:util/types";
import type {
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
} from "graphql";
import { and, deny, rule, shield } from "graphql-shield";
import { denialOf, type FieldMention } from "../access/decision";
import { denialError } from "../access/denial-error";
import type { OrganisationType } from "../access/organisation-type";
import { HubError } from "../error/hub-error";
import type { HubContext } from "./context";

type RuleFunction = Parameters<ReturnType<typeof rule>>[0];

/** `no_cache`: shield's contextual cache once answered one organisation with another's verdict. */
function uncached(name: string, check: RuleFunction): ReturnType<ReturnType<typeof rule>> {
  return rule(name, { cache: "no_cache" })(check);
}

const authenticated = uncached("authenticated", (_parent, _args, context: Partial<HubContext>) =>
  context.caller ? true : new HubError("UNAUTHENTICATED", { reason: "MISSING" }),
);

function organisationOfType(
  field: string,
  types: readonly OrganisationType[],
): typeof authenticated {
  // Shield wants every rule to have a name of its own.
  return uncached(`${field}: ${types.join(" or ")}`, (_parent, _args, context: HubContext) => {
    const { caller, graph } = context;
    if (types.includes(caller.type)) return true;
    // The decision denied it already; this is for whoever finds a way around it.
    const call: FieldMention = { field: `Mutation.${field}`, mention: "CALL" };
    const label = graph.labels.fields.get(call.field);
    if (!label) throw new Error(`${call.field} has no label`);
    return denialError(denialOf(call, label, caller.rights), caller.rights);
  });
}

/** The organisation types a root field is only for; null when it is for all. */
export function callersOf({
  extensions,
}: GraphQLField<unknown, unknown>): readonly OrganisationType[] | null {
  return (extensions["callers"] as readonly OrganisationType[] | undefined) ?? null;
}

/**
 * May this caller start this root field at all? Queries need a caller; mutations exist for the
 * organisation types listed for them and for nobody else.
 */
export function guardRootFields(
  schema: GraphQLSchema,
  submissions: ReadonlyMap<string, readonly OrganisationType[]>,
): void {
  const mutations = new Map([...declaredCallers(schema), ...submissions]);
  const closed = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(
    (field) => !mutations.has(field),
  );
  if (closed.length) throw new Error(`It is not said who may start: ${closed.join(", ")}`);
  const rules = {
    Query: { "*": authenticated },
    Mutation: Object.fromEntries([
      ["*", deny],
      ...[...mutations].map(([field, types]) => [
        field,
        and(authenticated, organisationOfType(field, types)),
      ]),
    ]) as Record<string, typeof deny>,
  };
  if (!schema.getMutationType()) delete (rules as Partial<typeof rules>).Mutation;
  const middleware = shield(rules, {
    allowExternalErrors: true,
    fallbackRule: deny,
    fallbackError: new Error("a root field without a rule"),
  }).generate(schema) as Record<string, Record<string, Guard | { resolve: Guard }>>;
  const mutationFields = schema.getMutationType()?.getFields() ?? {};
  for (const [name, callers] of mutations) {
    const field = mutationFields[name];
    if (field) field.extensions = { ...field.extensions, callers };
  }
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    if (type) guardType(type, middleware[type.name] ?? {});
}

/** Mutations that are no submissions say themselves, as an extension, who may start them. */
function declaredCallers(schema: GraphQLSchema): [string, readonly OrganisationType[]][] {
  const fields = Object.entries(schema.getMutationType()?.getFields() ?? {});
  return fields.flatMap(([name, field]) => {
    const callers = callersOf(field);
    return callers ? [[name, callers]] : [];
  });
}

type Guard = (
  resolve: GraphQLFieldResolver<unknown, HubContext>,
  parent: unknown,
  args: Record<string, unknown>,
  context: HubContext,
  info: GraphQLResolveInfo,
) => unknown;

/** Only root resolvers are wrapped: shield would otherwise wrap every field of every type. */
function guardType(
  type: GraphQLObjectType,
  guards: Record<string, Guard | { resolve: Guard }>,
): void {
  for (const [name, field] of Object.entries(type.getFields())) {
    const made = guards[name];
    // A combined rule comes as an object with its function.
    const guard = typeof made === "object" ? made.resolve : made;
    const { resolve } = field;
    if (!guard || !resolve) throw new Error(`${type.name}.${name} has no rule or no resolver`);
    field.resolve = async (parent, args, context: HubContext, info) => {
      const result = await guard(resolve, parent, args as Record<string, unknown>, context, info);
      // Shield returns errors as values; compiled queries would read fields off them.
      if (isNativeError(result)) throw result;
      return result;
    };
  }
}
