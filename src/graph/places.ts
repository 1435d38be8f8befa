import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationTypeNode,
} from "graphql";
import type { FieldMention } from "../access/decision";
import type { Label } from "../access/label";
import type { OrganisationType } from "../access/organisation-type";
import type { Mention } from "../access/right";
import type { LabelMap } from "./label-map";
import { mentionOfField } from "./mention-kind";
import { callersOf } from "./root-rules";

/** Something of a schema that can be hidden from a caller, and what decides it. */
export interface Place {
  /** `Type.field`, `Type.field.argument` or, of an enum, `Type.VALUE`. */
  readonly coordinate: string;
  /** The field whose right counts: itself, or the field an argument mentions. */
  readonly field: string;
  readonly label: Label;
  /** The ways in which it is mentioned there. */
  readonly mentions: readonly Mention[];
  /** The organisation types that may start it; null: all. */
  readonly callers: readonly OrganisationType[] | null;
}

/** Everything in a schema that has a label, or that mentions a field that has one. */
export function placesOf(schema: GraphQLSchema, labels: LabelMap): Place[] {
  const uses = usesOfInputs(schema);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type))
      return inputPlaces(schema, labels, type, uses.get(type.name) ?? ["query", "mutation"]);
    if (isEnumType(type)) return valuePlaces(labels, type);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`;
      const label = labels.fields.get(coordinate);
      const mentions = [mentionOfField(schema, type, field)];
      const place = { coordinate, field: coordinate, mentions, callers: callersOf(field) };
      const elsewhere = labels.mentions.get(coordinate);
      const own = elsewhere?.map((each) => placeOf(labels, coordinate, each));
      return [
        ...(own ?? (label ? [{ ...place, label }] : [])),
        ...argumentPlaces(labels, coordinate, field),
      ];
    });
  });
}

function valuePlaces(labels: LabelMap, type: GraphQLEnumType): Place[] {
  return type.getValues().flatMap(({ name }) => {
    const coordinate = `${type.name}.${name}`;
    const mentioned = labels.mentions.get(coordinate) ?? [];
    return mentioned.map((each) => placeOf(labels, coordinate, each));
  });
}

type Kind = `${OperationTypeNode}`;

function inputPlaces(
  schema: GraphQLSchema,
  labels: LabelMap,
  type: GraphQLInputObjectType,
  kinds: readonly Kind[],
): Place[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    const elsewhere = labels.mentions.get(coordinate);
    if (elsewhere) return elsewhere.map((each) => placeOf(labels, coordinate, each));
    const label = labels.fields.get(coordinate);
    const mentions = kinds.map((kind) => mentionOfField(schema, type, field, kind));
    return label ? [{ coordinate, field: coordinate, label, mentions, callers: null }] : [];
  });
}

function argumentPlaces(
  labels: LabelMap,
  of: string,
  { args }: GraphQLField<unknown, unknown>,
): Place[] {
  return args.flatMap(({ name }) => {
    const coordinate = `${of}.${name}`;
    const meaning = labels.arguments.get(coordinate);
    if (!meaning || !("field" in meaning)) return [];
    return [placeOf(labels, coordinate, meaning)];
  });
}

/** A place that mentions a field which stands elsewhere. */
function placeOf(labels: LabelMap, coordinate: string, { field, mention }: FieldMention): Place {
  const label = labels.fields.get(field);
  if (!label) throw new Error(`${coordinate} mentions ${field}, which has no label`);
  return { coordinate, field, label, mentions: [mention], callers: null };
}

/** In which kinds of operation each input type can be given. */
function usesOfInputs(schema: GraphQLSchema): ReadonlyMap<string, readonly Kind[]> {
  const uses = new Map<string, readonly Kind[]>();
  const use = (type: GraphQLNamedType, kind: Kind): void => {
    const known = uses.get(type.name) ?? [];
    if (!isInputObjectType(type) || known.includes(kind)) return;
    uses.set(type.name, [...known, kind]);
    for (const field of Object.values(type.getFields())) use(getNamedType(field.type), kind);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const kind = type === schema.getMutationType() ? "mutation" : "query";
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args) use(getNamedType(argument.type), kind);
  }
  return uses;
}
