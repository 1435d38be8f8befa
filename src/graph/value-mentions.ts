import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationTypeNode,
} from "graphql";
import type { FieldMention } from "../access/decision";
import type { LabelMap } from "./label-map";
import { mentionOfField } from "./mention-kind";

/** What says what is mentioned by naming a part of an input. */
export interface InputMeaning {
  readonly schema: GraphQLSchema;
  readonly labelMap: LabelMap;
}

/** What naming a value of an enum mentions: mostly nothing, a field where it stands for one. */
export function valueMentions(
  { labelMap }: InputMeaning,
  type: GraphQLEnumType,
  value: string,
): readonly FieldMention[] {
  return labelMap.mentions.get(`${type.name}.${value}`) ?? [];
}

/** What naming an input field mentions: itself, or what it stands for. */
export function inputMentions(
  { schema, labelMap }: InputMeaning,
  type: GraphQLInputObjectType,
  field: GraphQLInputField,
  within: `${OperationTypeNode}`,
): readonly FieldMention[] {
  const coordinate = `${type.name}.${field.name}`;
  const elsewhere = labelMap.mentions.get(coordinate);
  return elsewhere ?? [{ field: coordinate, mention: mentionOfField(schema, type, field, within) }];
}

/** Collects the fields that the values of variables mention. Bounded by the size of the body. */
export class ValueMentions {
  private readonly found = new Map<string, FieldMention>();
  /** Names by input type of which all is said: a thousand records mention the same ones. */
  private readonly seen = new Map<GraphQLInputObjectType, Set<string>>();

  constructor(
    private readonly meaning: InputMeaning,
    private readonly within: `${OperationTypeNode}`,
  ) {}

  mentions(): readonly FieldMention[] {
    return [...this.found.values()];
  }

  value(type: GraphQLInputType, given: unknown): void {
    const named = getNamedType(type);
    if (Array.isArray(given)) {
      for (const item of given) this.value(named, item);
    } else if (isEnumType(named)) {
      if (typeof given === "string") this.add(valueMentions(this.meaning, named, given));
    } else if (isInputObjectType(named) && typeof given === "object" && given !== null)
      this.object(named, given as Readonly<Record<string, unknown>>);
  }

  private object(type: GraphQLInputObjectType, given: Readonly<Record<string, unknown>>): void {
    const fields = type.getFields();
    const names = this.seen.get(type) ?? new Set();
    this.seen.set(type, names);
    for (const name of Object.keys(given)) {
      if (names.has(name)) continue;
      const inner = given[name];
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field || inner === undefined) continue;
      this.add(inputMentions(this.meaning, type, field, this.within));
      const named = getNamedType(field.type);
      // Of the rest neither another value nor anything within it says more.
      if (isEnumType(named) || isInputObjectType(named)) this.value(named, inner);
      else names.add(name);
    }
  }

  private add(mentioned: readonly FieldMention[]): void {
    for (const each of mentioned) this.found.set(`${each.field} ${each.mention}`, each);
  }
}
