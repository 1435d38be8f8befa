import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from "graphql";
import { entityId } from "../../src/database/entity-id";

/** Which input fields to give; those that are required are given anyway. */
export type Gives = (coordinate: string) => boolean;

/** What an input field is called; another name asks for one that does not exist. */
export type Names = (coordinate: string, name: string) => string;
const asIs: Names = (_coordinate, name) => name;

/** A value of an input type, with the input fields it names. */
export interface GivenValue {
  readonly json: unknown;
  readonly literal: string;
  readonly fields: readonly { coordinate: string; field: GraphQLInputField }[];
}

/** One well-formed value of every scalar that can be given. */
const scalars: Readonly<Record<string, unknown>> = {
  ID: entityId("xxx", "x"),
  String: "34",
  Int: 1,
  // A switch that is turned on would hold for all later questions.
  Boolean: false,
  Day: "2026-07-01",
  Instant: "2026-07-01T00:00:00Z",
  Fen: "1",
  Decimal: "1.00",
};

/** A value that names every input field which `gives` asks for, however deep, once. */
export function givenValue(
  type: GraphQLInputType,
  gives: Gives,
  id?: string,
  names: Names = asIs,
): GivenValue {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = givenValue(nullable.ofType, gives, id, names);
    return { ...item, json: [item.json], literal: `[${item.literal}]` };
  }
  const named = getNamedType(nullable);
  if (isInputObjectType(named)) return givenObject(named, gives, names);
  if (isEnumType(named)) {
    const [first] = named.getValues();
    if (!first) throw new Error(`${named.name} has no values`);
    return { json: first.name, literal: first.name, fields: [] };
  }
  const json = named.name === "ID" ? (id ?? scalars["ID"]) : scalars[named.name];
  if (json === undefined) throw new Error(`no value is known of ${named.name}: add one here`);
  return { json, literal: JSON.stringify(json), fields: [] };
}

function givenObject(type: GraphQLInputObjectType, gives: Gives, names: Names): GivenValue {
  if (type.isOneOf) throw new Error(`${type.name} takes one field: say here how to mention each`);
  const entries = Object.values(type.getFields())
    .map((field) => ({ field, coordinate: `${type.name}.${field.name}` }))
    .filter(({ field, coordinate }) => isRequiredInputField(field) || gives(coordinate))
    .map((named) => ({
      named,
      name: names(named.coordinate, named.field.name),
      value: givenValue(named.field.type, gives, undefined, names),
    }));
  return {
    json: Object.fromEntries(entries.map(({ name, value }) => [name, value.json])),
    literal: `{${entries.map(({ name, value }) => `${name}: ${value.literal}`).join(", ")}}`,
    fields: entries.flatMap(({ named, value }) => [named, ...value.fields]),
  };
}
