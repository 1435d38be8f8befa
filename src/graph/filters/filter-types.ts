import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  isEnumType,
  type GraphQLInputFieldConfig,
  type GraphQLNamedInputType,
} from "graphql";
import type { FieldKind, FieldModel } from "../../query/entity-model";
import { filterLimits } from "../../query/filter/filter-limits";
import { operatorsOf, type OperandShape } from "../../query/filter/operators";
import { saysNothing } from "./means-mentions";

const names: Readonly<Record<FieldKind, string>> = {
  id: "Id",
  text: "Text",
  enum: "",
  int: "Int",
  boolean: "Boolean",
  fen: "Fen",
  decimal: "Decimal",
  day: "Day",
  instant: "Instant",
  textList: "List",
};

const values = `at most ${String(filterLimits.valuesMax)}`;
const characters = `1 to ${String(filterLimits.patternCharactersMax)} characters`;

const says: Readonly<Record<string, string>> = {
  eq: "等于 Equal to.",
  ne: "不等于 Not equal to; rows without a value are among them.",
  in: `属于其一 One of these (${values}); of none, no row.`,
  notIn: `不属于其中 None of these (${values}); rows without a value are among them.`,
  lt: "小于 Less than.",
  lte: "小于或等于 At most.",
  gt: "大于 Greater than.",
  gte: "大于或等于 At least.",
  between: "介于（含两端） Between these, both included.",
  startsWith: `以此开头 Begins with this (${characters}), byte for byte.`,
  contains: `包含 Contains this (${characters}), byte for byte; no index serves it.`,
  within: "在此区域内 This region or one of its descendants, by the prefix of its code.",
  isNull: "为空 Has no value, or (false) has one.",
  has: "含有 Has this.",
  hasSome: `含有其一 Has at least one of these (${values}).`,
  hasEvery: `全部含有 Has all of these (${values}).`,
  isEmpty: "为空列表 Has no entry, or (false) has some.",
};

/** The input types that filter single fields: one for each kind of value, made when asked for. */
export class FilterTypes {
  private readonly made = new Map<string, GraphQLInputObjectType>();

  /** How this field, of this type in the API, is filtered. */
  of(field: FieldModel, type: GraphQLNamedInputType): GraphQLInputObjectType {
    const name = `${field.nullable ? "Nullable" : ""}${baseOf(field, type)}Filter`;
    return this.type(name, `按值筛选 A filter of one field; what it names must all hold.`, () =>
      Object.fromEntries(
        Object.entries(operatorsOf(field)).map(([operator, shape]) => [
          operator,
          { type: this.operand(shape, field, type), description: says[operator], ...saysNothing },
        ]),
      ),
    );
  }

  private operand(
    shape: OperandShape,
    field: FieldModel,
    type: GraphQLNamedInputType,
  ): GraphQLInputFieldConfig["type"] {
    if (shape === "values") return new GraphQLList(new GraphQLNonNull(type));
    if (shape === "flag") return GraphQLBoolean;
    return shape === "range" ? this.range(names[field.kind], type) : type;
  }

  private range(name: string, type: GraphQLNamedInputType): GraphQLInputObjectType {
    const end = (description: string): GraphQLInputFieldConfig => ({
      type: new GraphQLNonNull(type),
      description,
      ...saysNothing,
    });
    return this.type(`${name}Range`, "区间 From one value to another, both included.", () => ({
      from: end("起 The least."),
      to: end("止 The greatest."),
    }));
  }

  private type(
    name: string,
    description: string,
    fields: () => Record<string, GraphQLInputFieldConfig>,
  ): GraphQLInputObjectType {
    const type =
      this.made.get(name) ?? new GraphQLInputObjectType({ name, description, fields: fields() });
    this.made.set(name, type);
    return type;
  }
}

function baseOf({ kind, isRegion }: FieldModel, type: GraphQLNamedInputType): string {
  if (isRegion) return "Region";
  if (kind === "textList") return `${isEnumType(type) ? type.name : "Text"}List`;
  return kind === "enum" ? type.name : names[kind];
}
