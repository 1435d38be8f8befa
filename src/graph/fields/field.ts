import "reflect-metadata";
import { Extensions, Field, Int } from "type-graphql";
import { Column, type ColumnOptions } from "typeorm";
import type { Label } from "../../access/label";
import type { MaskKind } from "../../access/mask";
import { addField, type EntityClass, type FieldKind } from "../../query/entity-model";
import { DayScalar, DecimalScalar, FenScalar, InstantScalar } from "../scalars";

/*
 * The decorators with which an entity says everything about a field in one place: what kind of
 * data it is (label), its type in the API, its column, its description. A field declared otherwise
 * is private. The label comes first because it decides who sees it.
 */

interface Common {
  nullable?: boolean;
  /** SQL over `{t}`, `{today}`, `{now}` instead of a column. */
  expression?: string;
  /** By value of the expression: the same condition, written so that an index serves it. */
  valueConditions?: Readonly<Record<string, string>>;
}

interface Declaration extends Common {
  kind: FieldKind;
  label: Label;
  description: string;
  graphType: () => object;
  column: ColumnOptions;
  mask?: MaskKind;
  region?: boolean;
  long?: boolean;
}

function declare(d: Declaration): PropertyDecorator {
  return (target, property) => {
    const nullable = d.nullable ?? false;
    Extensions({ label: d.label })(target, property as string);
    Field(d.graphType as never, { nullable, description: d.description })(target, property);
    if (!d.expression) Column({ ...d.column, nullable })(target, property);
    addField(target.constructor as EntityClass, {
      name: property as string,
      kind: d.kind,
      label: d.label,
      mask: d.mask ?? null,
      nullable,
      expression: d.expression ?? null,
      valueConditions: d.valueConditions ?? null,
      isRegion: d.region ?? false,
      isLong: d.long ?? false,
    });
  };
}

/**
 * Text of at most `max` characters. `mask` is needed where the label may be read masked; `region`
 * says that it is the code of a region, whose descendants begin with it.
 */
export function Text(
  label: Label,
  description: string,
  options: Common & { max: number; mask?: MaskKind; region?: boolean },
): PropertyDecorator {
  const column: ColumnOptions = { type: "varchar", length: options.max };
  return declare({ ...options, kind: "text", label, description, graphType: () => String, column });
}

/** Text without a practical limit (up to 16 KiB of UTF-8, checked on submission). */
export function LongText(
  label: Label,
  description: string,
  options: Common & { mask?: MaskKind } = {},
): PropertyDecorator {
  const column: ColumnOptions = { type: "text" };
  const graphType = (): object => String;
  return declare({ ...options, kind: "text", label, description, graphType, column, long: true });
}

/** A value of a closed list; stored under its name. */
export function OneOf(
  label: Label,
  values: object,
  description: string,
  options: Common = {},
): PropertyDecorator {
  const column: ColumnOptions = { type: "varchar", length: 40 };
  return declare({ ...options, kind: "enum", label, description, graphType: () => values, column });
}

/** A whole number that fits GraphQL's Int. */
export function Whole(label: Label, description: string, options: Common = {}): PropertyDecorator {
  return declare({
    ...options,
    kind: "int",
    label,
    description,
    graphType: () => Int,
    column: { type: "int" },
  });
}

export function YesNo(label: Label, description: string, options: Common = {}): PropertyDecorator {
  const graphType = (): object => Boolean;
  const column: ColumnOptions = { type: "tinyint" };
  return declare({ ...options, kind: "boolean", label, description, graphType, column });
}

/** Money in integer fen (分): BIGINT in the database, a decimal string in JSON. */
export function Fen(label: Label, description: string, options: Common = {}): PropertyDecorator {
  const graphType = (): object => FenScalar;
  const column: ColumnOptions = { type: "bigint" };
  return declare({ ...options, kind: "fen", label, description, graphType, column });
}

/** An exact decimal number, a string in JSON. */
export function Decimal(
  label: Label,
  description: string,
  options: Common & { precision: number; scale: number },
): PropertyDecorator {
  const { precision, scale } = options;
  const graphType = (): object => DecimalScalar;
  const column: ColumnOptions = { type: "decimal", precision, scale };
  return declare({ ...options, kind: "decimal", label, description, graphType, column });
}

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. */
export function Day(label: Label, description: string, options: Common = {}): PropertyDecorator {
  const graphType = (): object => DayScalar;
  const column: ColumnOptions = { type: "date" };
  return declare({ ...options, kind: "day", label, description, graphType, column });
}

/** An instant, stored UTC with microseconds, RFC 3339 in JSON. */
export function Instant(
  label: Label,
  description: string,
  options: Common = {},
): PropertyDecorator {
  const graphType = (): object => InstantScalar;
  const column: ColumnOptions = { type: "datetime", precision: 6 };
  return declare({ ...options, kind: "instant", label, description, graphType, column });
}

/** A short list of texts or codes, stored as JSON. `of` is the GraphQL item type; a mask masks each. */
export function TextList(
  label: Label,
  description: string,
  options: Common & { of?: object; mask?: MaskKind } = {},
): PropertyDecorator {
  const graphType = (): object => [options.of ?? String];
  const column: ColumnOptions = { type: "text" };
  return declare({ ...options, kind: "textList", label, description, graphType, column });
}
