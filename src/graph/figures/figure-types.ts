import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  isObjectType,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import type { Label } from "../../access/label";
import type { FieldModel } from "../../query/entity-model";
import { figureStates } from "../../query/figures/figure";
import { groupSteps } from "../../query/figures/group-step";
import type { Measure } from "../../query/figures/measure";
import { DayScalar, DecimalScalar, FenScalar, InstantScalar } from "../scalars";

type Fields = Record<string, GraphQLFieldConfig<unknown, unknown>>;

/** A field that says nothing of the data by itself: what leads to it mentions what it needs. */
export function publicField(
  type: GraphQLOutputType,
  description: string,
): GraphQLFieldConfig<unknown, unknown> {
  return { type, description, extensions: { label: "public" satisfies Label } };
}

const stateSays = {
  VALUE: "数值完整 All there is.",
  SUPPRESSED: "未提供 Kept back; the reason says why.",
  INCOMPLETE: "不完整 Short of something; the reason says what.",
} as const;

const stepSays = {
  DAY: "按日 By day.",
  WEEK: "按周 By ISO week, as `2026-W07`.",
  MONTH: "按月 By month.",
  QUARTER: "按季度 By quarter, as `2026-Q1`.",
  YEAR: "按年 By year.",
  PROVINCE: "按省 By province.",
  CITY: "按市 By city.",
  COUNTY: "按县 By county.",
} as const;

/** The types all figures are made of: the same for every entity. */
export class FigureTypes {
  readonly step = new GraphQLEnumType({
    name: "GroupStep",
    description:
      "分组步长 In which steps to group: periods for days and instants (Asia/Shanghai), " +
      "levels for regions.",
    values: Object.fromEntries(groupSteps.map((step) => [step, { description: stepSays[step] }])),
  });

  readonly key: GraphQLObjectType;
  readonly words: GraphQLObjectType;
  private readonly state = new GraphQLEnumType({
    name: "FigureState",
    description: "数值状态 What the value of a figure is worth.",
    values: Object.fromEntries(
      figureStates.map((state) => [state, { description: stateSays[state] }]),
    ),
  });

  private readonly figures: Record<
    "Count" | "Fen" | "Decimal" | "Day" | "Instant",
    GraphQLObjectType
  >;

  constructor(schema: GraphQLSchema) {
    const words = schema.getType("Bilingual");
    if (!isObjectType(words)) throw new Error("figures have reasons, which are Bilingual");
    this.words = words;
    this.key = new GraphQLObjectType({
      name: "GroupKeyValue",
      description: "分组键 One field a group is of, and its value there.",
      fields: this.keyFields(),
    });
    this.figures = {
      Count: this.figure("Count", GraphQLInt, "个数 A number of rows or of values."),
      Fen: this.figure("Fen", FenScalar, "金额（分） Money, in fen."),
      Decimal: this.figure("Decimal", DecimalScalar, "数值 An exact number, as text."),
      Day: this.figure("Day", DayScalar, "日期 A day."),
      Instant: this.figure("Instant", InstantScalar, "时刻 An instant."),
    };
  }

  /** The type of a figure: an average of money is no whole number of fen. */
  of(kind: Measure["kind"], field: FieldModel): GraphQLObjectType {
    if (kind === "count" || kind === "countDistinct") return this.figures.Count;
    if (field.kind === "day") return this.figures.Day;
    if (field.kind === "instant") return this.figures.Instant;
    return field.kind === "fen" && kind !== "avg" ? this.figures.Fen : this.figures.Decimal;
  }

  private figure(name: string, value: GraphQLOutputType, description: string): GraphQLObjectType {
    return new GraphQLObjectType({
      name: `${name}Figure`,
      description: `${description} With what it is worth.`,
      fields: {
        value: publicField(value, "数值 The value; null when there is none to be shown."),
        state: publicField(new GraphQLNonNull(this.state), "状态 What the value is worth."),
        reason: publicField(this.words, "原因 Why it is not whole; null when it is."),
      },
    });
  }

  private keyFields(): Fields {
    return {
      field: publicField(new GraphQLNonNull(GraphQLString), "字段 The field, as in groupBy."),
      by: publicField(this.step, "步长 The step, as in groupBy."),
      value: publicField(GraphQLString, "值 The value as text; null for rows without one."),
      label: publicField(GraphQLString, "名称 The name of the value, where it has one."),
      from: publicField(DayScalar, "起 The first day, of groups of days (Asia/Shanghai)."),
      to: publicField(DayScalar, "止 The last day of them."),
    };
  }
}

export const flag = new GraphQLNonNull(GraphQLBoolean);
