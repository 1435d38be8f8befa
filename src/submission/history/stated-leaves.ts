import type { Label } from "../../access/label";
import type { MaskKind } from "../../access/mask";
import { modelOf, type EntityModel } from "../../query/entity-model";
import type { FieldShape, InputClass } from "../fields/record-shape";
import { shapeOf } from "../fields/record-shape";
import type { RecordType } from "../record-type";

/** A field as rights are asked about it. */
export interface NamedField {
  readonly coordinate: string;
  readonly label: Label;
}

/** A value that records of a type may state, and everything that has to be allowed to tell it. */
export interface StatedLeaf {
  /** Names on the way to it: one, or a list of parts and one of its fields. */
  readonly steps: readonly [string] | readonly [string, string];
  /** Under which it was stated. */
  readonly label: Label;
  /** What it is in the graph; first what the access log calls it. All of them must be allowed. */
  readonly named: readonly [NamedField, ...NamedField[]];
  /** How the graph masks it; null: it is shown plain or not at all. */
  readonly mask: MaskKind | null;
}

/**
 * The values that records of a type may state. Each carries the label of its input field and the
 * coordinates of the fields it becomes, so that a grant about one of those holds here, too.
 */
export function statedLeaves(type: RecordType): readonly StatedLeaf[] {
  const model = modelOf(type.entity);
  const parts = (type.parts ?? []).map((part) => modelOf(part.entity()));
  return shapeOf(type.input).flatMap((field): StatedLeaf[] => {
    const targets = type.references
      .filter(({ path }) => path === `$.${field.name}`)
      .flatMap((reference) => keysNamedBy(modelOf(reference.target()), field.name));
    if (!field.of) return [leaf([field.name], field, type.input, [model], targets)];
    const { of, name } = field;
    const list: NamedField = { coordinate: `${type.input.name}.${name}`, label: field.label };
    return shapeOf(of).map((inner) => leaf([name, inner.name], inner, of, parts, [list]));
  });
}

function leaf(
  steps: StatedLeaf["steps"],
  { name, label }: FieldShape,
  input: InputClass,
  models: readonly EntityModel[],
  more: readonly NamedField[],
): StatedLeaf {
  const stated: NamedField = { coordinate: `${input.name}.${name}`, label };
  const fields = models.flatMap((model) => {
    const field = model.fields.get(name);
    return field ? [{ coordinate: `${model.name}.${name}`, label: field.label, field }] : [];
  });
  const [first = stated, ...others] = fields;
  const mask = fields.find(({ field }) => field.mask !== null)?.field.mask ?? null;
  return { steps, label, named: [first, ...others, stated, ...more], mask };
}

/** The fields of what is referred to by which it is named, e.g. `uscc` by `enterpriseUscc`. */
function keysNamedBy(target: EntityModel, name: string): NamedField[] {
  return [...target.fields.values()]
    .filter((field) => name.toLowerCase().endsWith(field.name.toLowerCase()))
    .map((field) => ({ coordinate: `${target.name}.${field.name}`, label: field.label }));
}
