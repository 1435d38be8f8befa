import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/**
 * Hidden coordinates (`Type.field`, `Type.field.argument`, `Type.VALUE`) and what cannot be used without them:
 * types of which nothing is left (by name), fields of such types, fields and input types that lack
 * something required.
 */
export function unusable(schema: GraphQLSchema, hidden: ReadonlySet<string>): ReadonlySet<string> {
  const gone = new Set(hidden);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  // Every round but the last takes something away, so this ends.
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const type of types) if (!gone.has(type.name)) takeAway(schema, type, gone);
  }
  return gone;
}

function takeAway(schema: GraphQLSchema, type: GraphQLNamedType, gone: Set<string>): void {
  if (isUnionType(type)) {
    if (type.getTypes().every(({ name }) => gone.has(name))) gone.add(type.name);
  } else if (isEnumType(type)) {
    if (type.getValues().every(({ name }) => gone.has(`${type.name}.${name}`))) gone.add(type.name);
  } else if (isInputObjectType(type)) inputFields(type, gone);
  else if (isObjectType(type) || isInterfaceType(type)) fields(schema, type, gone);
}

function inputFields(type: GraphQLInputObjectType, gone: Set<string>): void {
  const all = Object.values(type.getFields());
  for (const field of all) {
    const coordinate = `${type.name}.${field.name}`;
    if (gone.has(getNamedType(field.type).name)) gone.add(coordinate);
    if (gone.has(coordinate) && isRequiredInputField(field)) gone.add(type.name);
  }
  // With nothing left but fields of its own type (`and`, `not`) there is nothing left to say.
  const left = all.filter(({ name }) => !gone.has(`${type.name}.${name}`));
  if (left.every((field) => getNamedType(field.type) === type)) gone.add(type.name);
}

function fields(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
  gone: Set<string>,
): void {
  const all = Object.values(type.getFields());
  const objects = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  for (const field of all) {
    const coordinate = `${type.name}.${field.name}`;
    if (gone.has(getNamedType(field.type).name)) gone.add(coordinate);
    // An interface has what all who implement it have.
    if (objects.some(({ name }) => gone.has(`${name}.${field.name}`))) gone.add(coordinate);
    for (const argument of field.args) {
      const place = `${coordinate}.${argument.name}`;
      if (gone.has(getNamedType(argument.type).name)) gone.add(place);
      if (gone.has(place) && isRequiredArgument(argument)) gone.add(coordinate);
    }
  }
  if (all.every(({ name }) => gone.has(`${type.name}.${name}`))) gone.add(type.name);
}
