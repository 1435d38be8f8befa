import {
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import { labels, type Label } from "../access/label";
import { argumentMeaning, type ArgumentMeaning } from "./argument-labels";

/** What kind of data each coordinate of the schema is. */
export interface LabelMap {
  /** `Type.field`, of object and input types. */
  fields: ReadonlyMap<string, Label>;
  /** `Type.field.argument`. */
  arguments: ReadonlyMap<string, ArgumentMeaning>;
}

/** Page arguments say nothing about data; a cursor is checked when it is read. */
const pageArguments = new Set(["first", "after", "last", "before"]);

/**
 * Reads the labels off the schema. A field, input field or argument without one stops the hub:
 * nothing is published that nobody classified.
 */
export function collectLabels(schema: GraphQLSchema): LabelMap {
  const fields = new Map<string, Label>();
  const args = new Map<string, ArgumentMeaning>();
  const unlabelled: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInputObjectType(type))) continue;
    // The union of both field maps is read as `any` otherwise.
    const typeFields = Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(
      type.getFields(),
    );
    for (const field of typeFields) {
      const coordinate = `${type.name}.${field.name}`;
      const label = field.extensions["label"];
      if (typeof label === "string" && label in labels) fields.set(coordinate, label as Label);
      else unlabelled.push(coordinate);
      if (!("args" in field)) continue;
      for (const { name } of field.args) {
        const meaning = pageArguments.has(name)
          ? ({ label: "public" } as const)
          : argumentMeaning(`${coordinate}.${name}`);
        if (meaning) args.set(`${coordinate}.${name}`, meaning);
        else unlabelled.push(`${coordinate}(${name}:)`);
      }
    }
  }
  if (unlabelled.length)
    throw new Error(`No label, so nothing is published: ${unlabelled.join(", ")}`);
  return { fields, arguments: args };
}
