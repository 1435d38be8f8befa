import {
  getNamedType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  isInputType,
  isObjectType,
  type GraphQLInputFieldConfig,
  type GraphQLSchema,
} from "graphql";
import { modelOf, type EntityModel } from "../../query/entity-model";
import { filterLimits } from "../../query/filter/filter-limits";
import { connectives, quantifiers } from "../../query/filter/where-input";
import { FilterTypes } from "./filter-types";
import { mentionsFields, saysNothing } from "./means-mentions";

const says = {
  and: "全部成立 All of these hold.",
  or: "至少一项成立 At least one of these holds; of none, no row.",
  not: "不成立 Exactly the rows for which this does not hold.",
  some: "至少一条 At least one row that the caller sees.",
  none: "没有一条 No row that the caller sees.",
  every: "每一条 Every row that the caller sees; true when there is none.",
} as const;

/**
 * The input types that filter entities, derived from their models: one for each entity, one for
 * each list of them. Whoever names a field in them mentions that field of the entity.
 */
export class WhereTypes {
  private readonly filters = new FilterTypes();
  private readonly wheres = new Map<string, GraphQLInputObjectType>();
  private readonly lists = new Map<string, GraphQLInputObjectType>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** `PolicyWhere`. */
  of(model: EntityModel): GraphQLInputObjectType {
    const type =
      this.wheres.get(model.name) ??
      new GraphQLInputObjectType({
        name: `${model.name}Where`,
        description:
          `筛选 Which ${model.name} rows: all that is named must hold; {} is no filter. ` +
          `At most ${String(filterLimits.conditionsMax)} conditions, ` +
          `${String(filterLimits.depthMax)} levels; null is refused.`,
        fields: () => this.fields(model),
      });
    this.wheres.set(model.name, type);
    return type;
  }

  private listOf(model: EntityModel): GraphQLInputObjectType {
    const type =
      this.lists.get(model.name) ??
      new GraphQLInputObjectType({
        name: `${model.name}ListWhere`,
        description: `按关联记录筛选 How the ${model.name} rows of something must be.`,
        fields: () =>
          Object.fromEntries(
            quantifiers.map((name) => [
              name,
              { type: this.of(model), description: says[name], ...saysNothing },
            ]),
          ),
      });
    this.lists.set(model.name, type);
    return type;
  }

  private fields(model: EntityModel): Record<string, GraphQLInputFieldConfig> {
    const published = this.schema.getType(model.name);
    if (!isObjectType(published)) throw new Error(`${model.name} is not in the schema`);
    const fields: Record<string, GraphQLInputFieldConfig> = {};
    const own = this.of(model);
    for (const name of connectives) {
      const type = name === "not" ? own : new GraphQLList(new GraphQLNonNull(own));
      fields[name] = { type, description: says[name], ...saysNothing };
    }
    const add = (name: string, type: GraphQLInputObjectType): void => {
      const { description } = published.getFields()[name] ?? {};
      if (name in fields) throw new Error(`${model.name}.${name} means something else in a filter`);
      const means = mentionsFields({ field: `${model.name}.${name}`, mention: "FILTER" });
      fields[name] = { type, description, ...means };
    };
    for (const [name, field] of model.fields) {
      const type = getNamedType(published.getFields()[name]?.type);
      // A list of objects is answered whole. What is not published the check of entities names.
      if (type && isInputType(type)) add(name, this.filters.of(field, type));
    }
    for (const [name, { many, target }] of model.relations) {
      const related = modelOf(target());
      if (published.getFields()[name]) add(name, many ? this.listOf(related) : this.of(related));
    }
    return fields;
  }
}
