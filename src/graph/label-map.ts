import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
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
  const collector = new LabelCollector();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isEnumType(type)) collector.values(type);
    if (isObjectType(type) || isInputObjectType(type)) collector.fieldsOf(type);
  }
  return collector.labelMap();
}

class LabelCollector {
  private readonly fields = new Map<string, Label>();
  private readonly args = new Map<string, ArgumentMeaning>();
  private readonly mentions = new Map<string, readonly FieldMention[]>();
  private readonly unlabelled: string[] = [];

  labelMap(): LabelMap {
    const { fields, args, mentions, unlabelled } = this;
    if (unlabelled.length)
      throw new Error(`No label, so nothing is published: ${unlabelled.join(", ")}`);
    return { fields, arguments: args, mentions };
  }

  values(type: GraphQLEnumType): void {
    for (const { name, extensions } of type.getValues()) {
      const mentioned = mentionedBy(extensions);
      if (mentioned) this.mentions.set(`${type.name}.${name}`, mentioned);
    }
  }

  fieldsOf(type: GraphQLObjectType | GraphQLInputObjectType): void {
    // The union of both field maps is read as `any` otherwise.
    const fields = Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(
      type.getFields(),
    );
    for (const field of fields) {
      const coordinate = `${type.name}.${field.name}`;
      const mentioned = mentionedBy(field.extensions);
      if (mentioned) this.mentions.set(coordinate, mentioned);
      // An input field that stands for others has no data of its own.
      if (mentioned && isInputObjectType(type)) continue;
      const label = field.extensions["label"];
      if (typeof label === "string" && label in labels) this.fields.set(coordinate, label as Label);
      else this.unlabelled.push(coordinate);
      if ("args" in field) this.arguments(coordinate, field);
    }
  }

  private arguments(coordinate: string, field: GraphQLField<unknown, unknown>): void {
    for (const { name, extensions } of field.args) {
      const saysNothing = pageArguments.has(name) || extensions["label"] === "public";
      const meaning = saysNothing
        ? ({ label: "public" } as const)
        : argumentMeaning(`${coordinate}.${name}`);
      if (meaning) this.args.set(`${coordinate}.${name}`, meaning);
      else this.unlabelled.push(`${coordinate}(${name}:)`);
    }
  }
}

function mentionedBy(extensions: Readonly<Record<string, unknown>>): FieldMention[] | undefined {
  return extensions["mentions"] as FieldMention[] | undefined;
}
