import { Extensions, Field, Int } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar, DecimalScalar, FenScalar, InstantScalar } from "../../graph/scalars";
import { addShape, type FieldShape, type InputClass } from "./record-shape";

/*
 * The decorators with which a record says everything about a field in one place, as those of
 * graph/fields/field.ts do for an entity. In the API every field is nullable: a record that lacks
 * one is rejected with a finding, and the others of its submission are not.
 */

interface Common {
  /** May be left out. */
  nullable?: boolean;
}

type Shape = Omit<FieldShape, "name" | "nullable" | "description">;

function declare(
  shape: Shape,
  description: string,
  options: Common,
  graphType: () => unknown,
): PropertyDecorator {
  return (target, property) => {
    const name = property as string;
    Extensions({ label: shape.label })(target, name);
    Field(graphType as never, { nullable: true, description })(target, property);
    const nullable = options.nullable ?? false;
    addShape(target.constructor as InputClass, { ...shape, name, nullable, description });
  };
}

/** A text of at most `max` characters. */
export function TextInput(
  label: Label,
  description: string,
  options: Common & { max: number },
): PropertyDecorator {
  const shape: Shape = { kind: "text", label, max: options.max };
  return declare(shape, description, options, () => String);
}

/** Long texts end here, well inside their 64 KiB columns whatever the characters. */
const longTextMax = 10_000;

/** A text of at most 10,000 characters. */
export function LongTextInput(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  const shape: Shape = { kind: "text", label, max: longTextMax };
  return declare(shape, description, options, () => String);
}

/** A value of a closed list. */
export function OneOfInput(
  label: Label,
  values: object,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "enum", label }, description, options, () => values);
}

export function WholeInput(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "int", label }, description, options, () => Int);
}

export function YesNoInput(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "boolean", label }, description, options, () => Boolean);
}

/** Money in integer fen. */
export function FenInput(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "fen", label }, description, options, () => FenScalar);
}

/** An exact decimal number of `precision` digits, `scale` of them after the point. */
export function DecimalInput(
  label: Label,
  description: string,
  options: Common & { precision: number; scale: number },
): PropertyDecorator {
  const { precision, scale } = options;
  const shape: Shape = { kind: "decimal", label, precision, scale };
  return declare(shape, description, options, () => DecimalScalar);
}

export function DayInput(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "day", label }, description, options, () => DayScalar);
}

export function InstantInput(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "instant", label }, description, options, () => InstantScalar);
}

/** A list of texts or codes of at most `max` characters each. */
export function TextListInput(
  label: Label,
  description: string,
  options: Common & { max: number; of?: object },
): PropertyDecorator {
  const graphType = (): unknown => [options.of ?? String];
  const shape: Shape = { kind: "textList", label, max: options.max };
  return declare(shape, description, options, graphType);
}

/** A list of parts, each an input object of its own. */
export function PartsInput(
  label: Label,
  of: InputClass,
  description: string,
  options: Common = {},
): PropertyDecorator {
  return declare({ kind: "records", label, of }, description, options, () => [of]);
}
