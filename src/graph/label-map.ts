import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import type { FieldMention } from "../access/decision";
import { labels, type Label } from "../access/label";
import { argumentMeaning, type ArgumentMeaning } from "./argument-labels";

/** What kind of data each coordinate of the schema is. */
export interface LabelMap {
  /** `Type.field`, of object and input types. */
  fields: ReadonlyMap<string, Label>;
  /** `Type.field.argument`. */
  arguments: ReadonlyMap<string, ArgumentMeaning>;
  /**
   * What naming a field (`Type.field`) or an enum value (`Type.VALUE`) mentions, where that is not
   * itself but fields elsewhere, or nothing: filters, orders, groupings and figures.
   */
  mentions: ReadonlyMap<string, readonly FieldMention[]>;
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
  const mentions = new Map<string, readonly FieldMention[]>();
  const unlabelled: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type))
      for (const { name, extensions } of type.getValues()) {
        const mentioned = mentionedBy(extensions);
        if (mentioned) mentions.set(`${type.name}.${name}`, mentioned);
      }
    if (type.name.startsWith("__") || !(isObjectType(type) || isInputObjectType(type))) continue;
    // The union of both field maps is read as `any` otherwise.
    const typeFields = Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(
      type.getFields(),
    );
    for (const field of typeFields) {
      const coordinate = `${type.name}.${field.name}`;
      const mentioned = mentionedBy(field.extensions);
      if (mentioned) mentions.set(coordinate, mentioned);
      // An input field that stands for others has no data of its own.
      if (mentioned && isInputObjectType(type)) continue;
      const label = field.extensions["label"];
      if (typeof label === "string" && label in labels) fields.set(coordinate, label as Label);
      else unlabelled.push(coordinate);
      if (!("args" in field)) continue;
      for (const { name, extensions } of field.args) {
        const saysNothing = pageArguments.has(name) || extensions["label"] === "public";
        const meaning = saysNothing
          ? ({ label: "public" } as const)
          : argumentMeaning(`${coordinate}.${name}`);
        if (meaning) args.set(`${coordinate}.${name}`, meaning);
        else unlabelled.push(`${coordinate}(${name}:)`);
      }
    }
  }
  if (unlabelled.length)
    throw new Error(`No label, so nothing is published: ${unlabelled.join(", ")}`);
  return { fields, arguments: args, mentions };
}

function mentionedBy(extensions: Readonly<Record<string, unknown>>): FieldMention[] | undefined {
  return extensions["mentions"] as FieldMention[] | undefined;
}
