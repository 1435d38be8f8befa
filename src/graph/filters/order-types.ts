import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLNonNull,
  isObjectType,
  type GraphQLSchema,
} from "graphql";
import { modelOf, type EntityModel } from "../../query/entity-model";
import { orderFieldsOf, type OrderField } from "../../query/order/order-key";
import { mentionsFields, saysNothing, type MeansMentions } from "./means-mentions";

const orderDirection = new GraphQLEnumType({
  name: "OrderDirection",
  description: "排序方向 Direction of an order.",
  values: {
    ASC: { description: "升序，空值在前 Ascending; rows without a value come first." },
    DESC: { description: "降序，空值在后 Descending; rows without a value come last." },
  },
});

/**
 * The input type of an order, `PolicyOrder`: by own fields and by those of entities it refers to.
 * Whoever names a field there orders by it, and by the relation that leads to it.
 */
export function orderType(schema: GraphQLSchema, model: EntityModel): GraphQLInputObjectType {
  const values = [...orderFieldsOf(model)].map(
    ([name, of]) =>
      [name, { description: describe(schema, model, of), ...meaning(model, of) }] as const,
  );
  const fields = new GraphQLEnumType({
    name: `${model.name}OrderField`,
    description: "排序字段 A field to order by; enumerations by their names, text byte by byte.",
    values: Object.fromEntries(values),
  });
  return new GraphQLInputObjectType({
    name: `${model.name}Order`,
    description: "排序 One key of an order; what is equal in all keys is in the order of its id.",
    fields: {
      field: {
        type: new GraphQLNonNull(fields),
        description: "排序字段 By what.",
        ...saysNothing,
      },
      direction: {
        type: new GraphQLNonNull(orderDirection),
        defaultValue: "ASC",
        description: "排序方向 Which way.",
        ...saysNothing,
      },
    },
  });
}

function meaning(model: EntityModel, { field, through }: OrderField): MeansMentions {
  if (!through) return mentionsFields({ field: `${model.name}.${field.name}`, mention: "ORDER" });
  const target = modelOf(through.target());
  return mentionsFields(
    { field: `${model.name}.${through.name}`, mention: "ORDER" },
    { field: `${target.name}.${field.name}`, mention: "ORDER" },
  );
}

function describe(
  schema: GraphQLSchema,
  model: EntityModel,
  { field, through }: OrderField,
): string | null | undefined {
  const owner = through ? modelOf(through.target()) : model;
  const type = schema.getType(owner.name);
  return isObjectType(type) ? type.getFields()[field.name]?.description : undefined;
}
