import {
  getNamedType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isInputObjectType,
  type GraphQLArgumentConfig,
  type GraphQLFieldConfig,
  type GraphQLInputType,
} from "graphql";
import type { Label } from "../../access/label";
import type { EntityModel } from "../../query/entity-model";
import type { AggregateArguments } from "../../query/figures/aggregate-request";
import { figureLimits } from "../../query/figures/figure-limits";
import { measureOf } from "../../query/figures/measure";
import type { HubContext } from "../context";
import { listedModel } from "../listed-model";
import { mentionsFields } from "../filters/means-mentions";
import { aggregateTypes } from "./aggregate-types";
import { FigureTypes } from "./figure-types";
import { readAggregate } from "./read-aggregate";

type Field = GraphQLFieldConfig<unknown, HubContext>;

/**
 * Gives every root list its figures: `policies` its `policiesAggregate`. They follow from the
 * entities, and belong to the domain of the list.
 */
export function withAggregates(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  // A graph without lists has nothing to count, and perhaps not the types that say so.
  const lists = Object.values(query?.getFields() ?? {}).flatMap((field) => {
    const model = listedModel(getNamedType(field.type).name);
    return model && field.extensions["isCounted"] === true ? [{ field, model }] : [];
  });
  if (!query || lists.length === 0) return schema;
  const shared = new FigureTypes(schema);
  const config = query.toConfig();
  const fields: Record<string, Field> = { ...config.fields };
  for (const { field, model } of lists)
    fields[`${field.name}Aggregate`] = aggregateField(
      schema,
      model,
      shared,
      field.extensions["domain"],
    );
  const withThem = new GraphQLObjectType<unknown, HubContext>({ ...config, fields });
  return new GraphQLSchema({
    ...schema.toConfig(),
    query: withThem,
    types: schema.toConfig().types.filter((type) => type !== query),
  });
}

function aggregateField(
  schema: GraphQLSchema,
  model: EntityModel,
  shared: FigureTypes,
  domain: unknown,
): Field {
  const types = aggregateTypes(schema, model, shared);
  const where = schema.getType(`${model.name}Where`);
  if (!isInputObjectType(where)) throw new Error(`there is no ${model.name}Where`);
  const { mention } = measureOf(model, "count", model.fields.get("id"));
  return {
    type: new GraphQLNonNull(types.aggregate),
    description:
      `分组统计 Figures of ${model.name} rows by groups: at most ` +
      `${String(figureLimits.keysMax)} fields, ${String(figureLimits.groupsMax)} groups.`,
    args: {
      where: argument(where, "筛选 Over which of the rows."),
      groupBy: argument(types.groupBy, "分组 By what; without it, one group of everything."),
      having: argument(types.having, "组条件 Which groups; all of these hold."),
      orderBy: argument(types.orderBy, "组排序 In which order; by the keys unless given."),
      first: {
        ...argument(GraphQLInt, `前若干组 How many groups (≤ ${String(figureLimits.firstMax)}).`),
        defaultValue: figureLimits.firstDefault,
      },
    },
    resolve: (_root, args: AggregateArguments, context, info) =>
      readAggregate(context, info, model, args),
    extensions: {
      label: model.label,
      domain,
      scans: [model.name],
      ...mentionsFields(mention).extensions,
    },
  };
}

function argument(type: GraphQLInputType, description: string): GraphQLArgumentConfig {
  return { type, description, extensions: { label: "public" satisfies Label } };
}
