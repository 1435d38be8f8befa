import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  isEnumType,
  isObjectType,
  type GraphQLEnumValueConfig,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import type { EntityModel } from "../../query/entity-model";
import { groupFieldsOf } from "../../query/figures/group-field";
import {
  measuredFields,
  measureKinds,
  measureOf,
  measuresOf,
  type Measure,
  type MeasureKind,
} from "../../query/figures/measure";
import { mentionsFields, saysNothing } from "../filters/means-mentions";
import { DecimalScalar, InstantScalar } from "../scalars";
import { flag, publicField, type FigureTypes } from "./figure-types";

type Field = GraphQLFieldConfig<unknown, unknown>;

/** The output type of an entity's figures, and the types of the arguments that ask for them. */
export interface AggregateTypes {
  readonly aggregate: GraphQLObjectType;
  readonly groupBy: GraphQLInputType;
  readonly having: GraphQLInputType;
  readonly orderBy: GraphQLInputType;
}

const kindSays: Readonly<Record<MeasureKind, readonly [suffix: string, description: string]>> = {
  sum: ["Sums", "合计 Sums of values."],
  avg: ["Averages", "平均 Averages of values, to four decimals."],
  min: ["Extremes", "最小 Least values."],
  max: ["Extremes", "最大 Greatest values."],
  countDistinct: ["DistinctCounts", "不同值个数 Numbers of distinct values."],
};

/** The types of one entity's figures, all derived from its fields and relations. */
export function aggregateTypes(
  schema: GraphQLSchema,
  model: EntityModel,
  shared: FigureTypes,
): AggregateTypes {
  return new Types(schema, model, shared).make();
}

class Types {
  private readonly made = new Map<string, GraphQLObjectType>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: EntityModel,
    private readonly shared: FigureTypes,
  ) {}

  make(): AggregateTypes {
    const { model } = this;
    const group = this.group();
    const groupField = this.groupField();
    const figure = new GraphQLEnumType({
      name: `${model.name}Figure`,
      description: "指标 A figure of a group.",
      values: Object.fromEntries(
        [...measuresOf(model)].map(([name, measure]) => [name, this.figureValue(measure)]),
      ),
    });
    return {
      aggregate: new GraphQLObjectType({
        name: `${model.name}Aggregate`,
        description: `分组统计 Figures of ${model.name} rows, by groups.`,
        fields: this.aggregate(group),
      }),
      groupBy: this.groupKey(groupField),
      having: this.having(figure),
      orderBy: this.order(figure, groupField),
    };
  }

  private aggregate(group: GraphQLObjectType): Record<string, Field> {
    const { words } = this.shared;
    const text = new GraphQLNonNull(GraphQLString);
    const groups = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(group)));
    return {
      groups: publicField(groups, "各组 The groups; one of everything without groupBy."),
      hasMore: publicField(flag, "还有更多组 More groups fit than `first` of them."),
      remainder: publicField(
        group,
        "其余 What the groups' figures leave out of the total: groups that are not shown, and " +
          "figures that are kept back. Null when nothing is.",
      ),
      total: publicField(new GraphQLNonNull(group), "总计 All rows together, before `having`."),
      scope: publicField(new GraphQLNonNull(words), "统计范围 Over whose rows."),
      asOf: publicField(new GraphQLNonNull(InstantScalar), "统计时点 When it was computed."),
      policyVersion: publicField(text, "权限版本 The rights it was computed under."),
    };
  }

  private group(): GraphQLObjectType {
    const { model, shared } = this;
    const keys = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(shared.key)));
    const count = measureOf(model, "count", model.fields.get("id"));
    const fields: Record<string, Field> = {
      keys: publicField(keys, "分组键 What group it is, in the order of groupBy."),
      count: this.figureField(count, "记录数 Number of rows."),
    };
    for (const kind of measureKinds) {
      const [suffix, description] = kindSays[kind];
      const own = measuredFields(model, kind).map((field): [string, Field] => [
        field.name,
        this.figureField(measureOf(model, kind, field), this.describe(model, field.name)),
      ]);
      if (own.length === 0) continue;
      const type = this.figures(`${model.name}${suffix}`, kind, Object.fromEntries(own));
      fields[kind] = publicField(new GraphQLNonNull(type), description);
    }
    return new GraphQLObjectType({
      name: `${model.name}Group`,
      description: "一组记录 Rows of one group, and their figures.",
      fields,
    });
  }

  /** The least and the greatest values are of one type. */
  private figures(
    name: string,
    kind: MeasureKind,
    fields: Record<string, Field>,
  ): GraphQLObjectType {
    const isExtreme = kind === "min" || kind === "max";
    const description = isExtreme ? "最小或最大值 Least, or greatest, values." : kindSays[kind][1];
    const type = this.made.get(name) ?? new GraphQLObjectType({ name, description, fields });
    this.made.set(name, type);
    return type;
  }

  private figureField({ kind, field, mention }: Measure, description: string): Field {
    return {
      type: new GraphQLNonNull(this.shared.of(kind, field)),
      description,
      extensions: { label: field.label, ...mentionsFields(mention).extensions },
    };
  }

  private figureValue({ kind, field, mention }: Measure): GraphQLEnumValueConfig {
    const says =
      kind === "count" ? "记录数 Number of rows." : this.describe(this.model, field.name);
    return { description: says, ...mentionsFields(mention) };
  }

  private groupField(): GraphQLEnumType {
    const values = [...groupFieldsOf(this.model)].map(([name, { model, field, mentions }]) => [
      name,
      { description: this.describe(model, field.name), ...mentionsFields(...mentions) },
    ]);
    return new GraphQLEnumType({
      name: `${this.model.name}GroupField`,
      description: "分组字段 A field to group by: own, or of what a row refers to.",
      values: Object.fromEntries(values) as Record<string, GraphQLEnumValueConfig>,
    });
  }

  private groupKey(field: GraphQLEnumType): GraphQLInputType {
    return this.inputs("GroupKey", "分组 One field to group by, and in which steps.", {
      field: { type: new GraphQLNonNull(field), description: "字段 By which field." },
      by: { type: this.shared.step, description: "步长 In steps; days when left out." },
    });
  }

  private having(figure: GraphQLEnumType): GraphQLInputType {
    const bound = (description: string): GraphQLInputFieldConfig => ({
      type: DecimalScalar,
      description,
    });
    return this.inputs("Having", "组条件 Only groups whose figure is within all these bounds.", {
      figure: { type: new GraphQLNonNull(figure), description: "指标 Which figure." },
      eq: bound("等于 Equal to."),
      gt: bound("大于 Greater than."),
      gte: bound("大于或等于 At least."),
      lt: bound("小于 Less than."),
      lte: bound("小于或等于 At most."),
    });
  }

  private order(figure: GraphQLEnumType, field: GraphQLEnumType): GraphQLInputType {
    const direction = this.schema.getType("OrderDirection");
    if (!isEnumType(direction)) throw new Error("there is no OrderDirection");
    return this.inputs("GroupOrder", "组排序 One key of the order of groups.", {
      figure: { type: figure, description: "指标 By this figure; what is kept back is least." },
      field: { type: field, description: "字段 By this field of groupBy." },
      direction: {
        type: new GraphQLNonNull(direction),
        defaultValue: "ASC",
        description: "排序方向 Which way.",
      },
    });
  }

  /** A list of an input type whose fields say nothing by themselves; enum values in them do. */
  private inputs(
    name: string,
    description: string,
    fields: Record<string, GraphQLInputFieldConfig>,
  ): GraphQLInputType {
    const all = Object.entries(fields).map(([field, config]) => [
      field,
      { ...config, ...saysNothing },
    ]);
    const type = new GraphQLInputObjectType({
      name: `${this.model.name}${name}`,
      description,
      fields: Object.fromEntries(all) as Record<string, GraphQLInputFieldConfig>,
    });
    return new GraphQLList(new GraphQLNonNull(type));
  }

  private describe(model: EntityModel, field: string): string {
    const type = this.schema.getType(model.name);
    return (isObjectType(type) && type.getFields()[field]?.description) || field;
  }
}
