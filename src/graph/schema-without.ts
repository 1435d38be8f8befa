import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLType,
} from "graphql";
import { unusable } from "./unusable";

/**
 * The schema without these coordinates (`Type.field`, `Type.field.argument`, `Type.VALUE`), and without what
 * cannot be used any more or is reached from nowhere. It is a shape to validate against and to
 * introspect: nothing in it resolves.
 */
export function schemaWithout(schema: GraphQLSchema, hidden: ReadonlySet<string>): GraphQLSchema {
  if (hidden.size === 0) return schema;
  const copier = new Copier(unusable(schema, hidden));
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  return new GraphQLSchema({
    // Kept even when it is empty: without it there is no schema.
    query: query && copier.copy(query),
    mutation: mutation && copier.left([mutation])[0],
    subscription: subscription && copier.left([subscription])[0],
    directives: schema.getDirectives(),
    // What implements an interface is reached through it, although nothing refers to it.
    types: copier.left(
      Object.values(schema.getTypeMap()).filter(
        (type) => isObjectType(type) && type.getInterfaces().length > 0,
      ),
    ),
    assumeValid: true,
  });
}

/** Copies types as far as they are left, each once. */
class Copier {
  private readonly copies = new Map<string, GraphQLNamedType>();

  constructor(private readonly gone: ReadonlySet<string>) {}

  left<T extends GraphQLNamedType>(types: readonly T[]): T[] {
    return types.filter(({ name }) => !this.gone.has(name)).map((type) => this.copy(type));
  }

  copy<T extends GraphQLNamedType>(type: T): T {
    const made = this.copies.get(type.name) ?? this.make(type);
    this.copies.set(type.name, made);
    // A copy is of the kind of its original.
    return made as T;
  }

  private make(type: GraphQLNamedType): GraphQLNamedType {
    const { name, description } = type;
    if (isObjectType(type) || isInterfaceType(type)) {
      const config = {
        name,
        description,
        interfaces: () => this.left(type.getInterfaces()),
        fields: () => this.fields(name, type.getFields(), (field) => this.outputField(name, field)),
      };
      return isObjectType(type) ? new GraphQLObjectType(config) : new GraphQLInterfaceType(config);
    }
    if (isUnionType(type))
      return new GraphQLUnionType({ name, description, types: () => this.left(type.getTypes()) });
    if (isInputObjectType(type))
      return new GraphQLInputObjectType({
        name,
        description,
        isOneOf: type.isOneOf,
        fields: () => this.fields(name, type.getFields(), (field) => this.inputValue(field)),
      });
    if (isEnumType(type)) return this.enumType(type);
    // Scalars refer to nothing.
    return type;
  }

  private enumType(type: GraphQLEnumType): GraphQLEnumType {
    const config = type.toConfig();
    const values = Object.entries(config.values);
    const left = values.filter(([value]) => !this.gone.has(`${type.name}.${value}`));
    if (left.length === values.length) return type;
    return new GraphQLEnumType({ ...config, values: Object.fromEntries(left) });
  }

  private fields<F extends { name: string }, C>(
    owner: string,
    all: Readonly<Record<string, F>>,
    copy: (field: F) => C,
  ): Record<string, C> {
    const left = Object.values(all).filter(({ name }) => !this.gone.has(`${owner}.${name}`));
    return Object.fromEntries(left.map((field) => [field.name, copy(field)]));
  }

  private outputField(owner: string, field: GraphQLField<unknown, unknown>) {
    const { name, description, deprecationReason } = field;
    const all = Object.fromEntries(field.args.map((argument) => [argument.name, argument]));
    const args = this.fields(`${owner}.${name}`, all, (argument) => this.inputValue(argument));
    return { type: this.type(field.type), description, deprecationReason, args };
  }

  private inputValue(input: GraphQLArgument | GraphQLInputField) {
    const { description, defaultValue, deprecationReason } = input;
    return { type: this.type(input.type), description, defaultValue, deprecationReason };
  }

  private type<T extends GraphQLType>(type: T): T {
    // What is wrapped again is of the kind it was, which the library's types cannot say.
    if (isNonNullType(type)) return new GraphQLNonNull(this.type(type.ofType)) as never;
    if (isListType(type)) return new GraphQLList(this.type(type.ofType)) as never;
    return this.copy(type as GraphQLNamedType) as never;
  }
}
