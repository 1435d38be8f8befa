import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from "graphql";
import { instantFromDatabase } from "../../src/database/calendar";
import { modelNamed, modelOf, type EntityModel } from "../../src/query/entity-model";
import { orderFieldsOf } from "../../src/query/order/order-key";
import type { Random } from "../random";
import type { Knowledge } from "./knowledge";
import type { Pool } from "./pool";
import type { MakeObject } from "./value-generator";

const depthMax = 3;

/** What filters are made from. */
export interface FilterSources {
  readonly pool: Pool;
  readonly random: Random;
  readonly knowledge: Knowledge;
}

/**
 * Filters and orders over fields that are likely to be allowed, with values of visible and of
 * hidden rows: what is answered then depends on rows, through every relation.
 */
export function filterMaker(sources: FilterSources): MakeObject {
  const maker = new FilterMaker(sources);
  return (type) => maker.object(type);
}

class FilterMaker {
  constructor(private readonly from: FilterSources) {}

  object(type: GraphQLInputObjectType): Record<string, unknown> | null {
    const [, entity = "", kind] = /^(\w+?)(Where|Order)$/.exec(type.name) ?? [];
    const model = modelNamed(entity);
    if (!model) return null;
    return kind === "Where" ? this.where(type, model, 0) : this.order(model);
  }

  private order(model: EntityModel): Record<string, unknown> {
    const { random, knowledge } = this.from;
    const allowed = [...orderFieldsOf(model)].filter(([, { field, through }]) => {
      const owner = through ? modelOf(through.target()).name : model.name;
      const mayReach = !through || knowledge.allows(`${model.name}.${through.name}`, "ORDER");
      return mayReach && knowledge.allows(`${owner}.${field.name}`, "ORDER");
    });
    const names = allowed.map(([name]) => name);
    const direction = random.pick(["ASC", "DESC"]);
    return { field: names.length ? random.pick(names) : "ID", direction };
  }

  private where(
    type: GraphQLInputObjectType,
    model: EntityModel,
    depth: number,
  ): Record<string, unknown> {
    const { random } = this.from;
    const allowed = Object.values(type.getFields()).filter(({ name }) =>
      this.from.knowledge.allows(`${model.name}.${name}`, "FILTER"),
    );
    const relations = allowed.filter(({ name }) => model.relations.has(name));
    const isDeep = depth >= depthMax;
    if (!isDeep && random.chance(0.15))
      return { [random.pick(["not", "not", "and", "or"])]: this.where(type, model, depth + 1) };
    const wanted =
      !isDeep && relations.length > 0 && random.chance(0.5)
        ? relations
        : allowed.filter(({ name }) => model.fields.has(name));
    if (wanted.length === 0) return {};
    const field = random.pick(wanted);
    const given = getNamedType(field.type);
    if (!isInputObjectType(given)) return {};
    const relation = model.relations.get(field.name);
    if (!relation) return { [field.name]: this.condition(given, model, field.name) };
    const target = modelOf(relation.target());
    if (!relation.many) return { [field.name]: this.where(given, target, depth + 1) };
    const some = given.getFields()["some"];
    const inner = some && getNamedType(some.type);
    if (!isInputObjectType(inner)) return {};
    const quantifier = random.pick(["some", "some", "none", "every"]);
    return { [field.name]: { [quantifier]: this.where(inner, target, depth + 1) } };
  }

  private condition(
    type: GraphQLInputObjectType,
    model: EntityModel,
    field: string,
  ): Record<string, unknown> {
    const operator = this.from.random.pick(Object.values(type.getFields()));
    return { [operator.name]: this.operand(operator.type, model, field, operator.name) };
  }

  private operand(
    type: GraphQLInputType,
    model: EntityModel,
    field: string,
    operator: string,
  ): unknown {
    const { random } = this.from;
    const named = getNamedType(type);
    const one = (): unknown => this.value(named, model, field);
    if (isInputObjectType(named)) {
      const end = named.getFields()["from"];
      if (!end) return {};
      const bound = (): unknown => this.value(getNamedType(end.type), model, field);
      return { from: bound(), to: bound() };
    }
    if (isListType(type)) return Array.from({ length: random.pick([0, 1, 2, 5]) }, one);
    if (operator === "within") return String(one()).slice(0, random.pick([2, 4, 6]));
    if (operator === "startsWith" || operator === "contains")
      return String(one()).slice(0, random.pick([1, 2, 4, 30]));
    return one();
  }

  private value(named: GraphQLNamedInputType, model: EntityModel, field: string): unknown {
    const { pool, random } = this.from;
    const cell = pool.ofEntity(model.name, field);
    if (isEnumType(named)) {
      const values = named.getValues().map(({ name }) => name);
      return values.includes(String(cell)) ? cell : random.pick(values);
    }
    switch (named.name) {
      case "Boolean":
        return random.chance(0.5);
      case "Int":
        return Number(cell ?? 1);
      case "ID":
        return pool.id(model.idPrefix);
      case "Instant":
        return instantFromDatabase(String(cell ?? "2026-07-01 00:00:00.000000"));
      case "Day":
        return cell ?? "2026-07-01";
      case "Fen":
      case "Decimal":
        return String(cell ?? "1");
      default:
        return itemOf(String(cell ?? pool.text()));
    }
  }
}

/** One item where a list of texts is stored. */
function itemOf(text: string): string {
  const [, item] = /^\["([^"]*)"/.exec(text) ?? [];
  return item ?? text;
}
