import type { FieldKind } from "../../query/entity-model";
import type { Label } from "../../access/label";

/** A class of input objects; never instantiated by us. */
export type InputClass = abstract new () => object;

/** What a field of a record may hold, so that no value reaches a column it does not fit. */
export interface FieldShape {
  readonly name: string;
  readonly kind: FieldKind | "records";
  readonly label: Label;
  /** The Chinese legal term, a blank, and one English sentence. */
  readonly description: string;
  /** False: whoever states the record has to state this. Judged per record, never per request. */
  readonly nullable: boolean;
  /** Characters of a text or of each text of a list. */
  readonly max?: number;
  /** Digits of a decimal, and how many of them after the point. */
  readonly precision?: number;
  readonly scale?: number;
  /** What the items of a list of parts look like. */
  readonly of?: InputClass;
}

const shapes = new Map<InputClass, FieldShape[]>();

/** Called by the field decorators. */
export function addShape(input: InputClass, field: FieldShape): void {
  shapes.set(input, [...(shapes.get(input) ?? []), field]);
}

/** The fields of a record's own content, inherited ones first. */
export function shapeOf(input: InputClass): readonly FieldShape[] {
  const parent = Object.getPrototypeOf(input) as InputClass | null;
  return [...(parent ? shapeOf(parent) : []), ...(shapes.get(input) ?? [])];
}
