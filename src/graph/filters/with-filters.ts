import {
  getNamedType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLSchema,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputType,
} from "graphql";
import type { EntityModel } from "../../query/entity-model";
import { filterLimits } from "../../query/filter/filter-limits";
import { listedModel } from "../listed-model";
import { orderType } from "./order-types";
import { WhereTypes } from "./where-types";

/**
 * Gives every list of entities the arguments `where` and `orderBy`. They follow from the entities,
 * so that a field that is published can be asked for in every way, and none is written by hand.
 */
export function withFilters(schema: GraphQLSchema): GraphQLSchema {
  const wheres = new WhereTypes(schema);
  const orders = new Map<EntityModel, GraphQLInputType>();
  const orderOf = (model: EntityModel): GraphQLInputType => {
    const type = orders.get(model) ?? new GraphQLList(new GraphQLNonNull(orderType(schema, model)));
    orders.set(model, type);
    return type;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const model = listedModel(getNamedType(field.type).name);
      if (!model) continue;
      field.args = [
        argument("where", wheres.of(model), "筛选 Which of the rows."),
        argument("orderBy", orderOf(model), orderSays),
        ...field.args,
      ];
    }
  }
  return new GraphQLSchema(schema.toConfig());
}

const orderSays =
  "排序 In which order, first key first " +
  `(at most ${String(filterLimits.orderKeysMax)}); without it, the usual one of the list.`;

function argument(name: string, type: GraphQLInputType, description: string): GraphQLArgument {
  return {
    name,
    type,
    description,
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: { label: "public" },
    astNode: undefined,
  };
}
