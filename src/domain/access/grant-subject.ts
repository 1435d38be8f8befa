import { getNamedType, isInputObjectType, isObjectType } from "graphql";
import { denialOf } from "../../access/decision";
import { labels, type Label } from "../../access/label";
import type { Rights } from "../../access/rights";
import type { Graph } from "../../graph/schema";
import { modelNamed } from "../../query/entity-model";

/** A field of the graph that a grant is about. */
export interface SubjectField {
  readonly coordinate: string;
  readonly label: Label;
}

/** What a grant names: one field, or all of a label. */
export interface Subject {
  readonly label: Label | null;
  readonly field: string | null;
}

/** The fields of the graph that a grant names; none when it names nothing there is. */
export function fieldsOf({ labels: map }: Graph, { label, field }: Subject): SubjectField[] {
  if (field !== null) {
    const own = map.fields.get(field);
    return own ? [{ coordinate: field, label: own }] : [];
  }
  // What only stands for fields elsewhere, as a sum does, goes with them.
  return [...map.fields].flatMap(([coordinate, own]) =>
    own === label && !map.mentions.has(coordinate) ? [{ coordinate, label: own }] : [],
  );
}

/** True when these rights would at least be told why the field is denied. */
export function isKnown({ coordinate, label }: SubjectField, rights: Rights): boolean {
  return denialOf({ field: coordinate, mention: "SELECT" }, label, rights).explainable;
}

/** True for a field of data: not a way to it (root, connection), not a key, not public. */
export function isData(
  { schema, labels: map }: Graph,
  { coordinate, label }: SubjectField,
): boolean {
  const [typeName = "", name = ""] = coordinate.split(".");
  const type = schema.getType(typeName);
  if (label === "public" || name === "id" || isWay(typeName)) return false;
  if (map.mentions.has(coordinate)) return false;
  if (isInputObjectType(type)) return true;
  return isObjectType(type) && type !== schema.getQueryType() && type !== schema.getMutationType();
}

/** True for the types of lists: what they show are the rows of an entity. */
export function isWay(typeName: string): boolean {
  return /(?:Connection|Edge)$/.test(typeName) && modelNamed(typeName) === undefined;
}

/** True when all values among these fields are text that knows its mask. */
export function areMaskable({ schema }: Graph, fields: readonly SubjectField[]): boolean {
  return fields.every(({ coordinate }) => {
    const [typeName = "", name = ""] = coordinate.split(".");
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return true;
    const field = type.getFields()[name];
    // What leads to rows has no value of its own that could be masked.
    if (field && modelNamed(getNamedType(field.type).name.replace(/(?:Connection|Edge)$/, "")))
      return true;
    return Boolean(modelNamed(typeName)?.fields.get(name)?.mask);
  });
}

/** The organisation type that owns what the grant names. */
export function ownerOf(fields: readonly SubjectField[]): (typeof labels)[Label]["owner"] | null {
  const [first] = fields;
  return first ? labels[first.label].owner : null;
}
