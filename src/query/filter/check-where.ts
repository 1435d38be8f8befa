import { readEntityId } from "../../database/entity-id";
import { HubError } from "../../error/hub-error";
import { modelOf, type EntityModel, type FieldModel, type RelationModel } from "../entity-model";
import { filterLimits } from "./filter-limits";
import { operatorsOf, type OperandShape } from "./operators";
import { connectives, isWhere, quantifiers } from "./where-input";

/**
 * Judges a `where` before anything is read. What input types let pass and would not be answered as
 * meant is refused with its place: null, which is not "no filter", and whatever is too large.
 */
export function checkWhere(model: EntityModel, where: unknown): void {
  if (where !== undefined) new WhereCheck().object(model, where, "where", 0);
}

class WhereCheck {
  private conditions = 0;

  object(model: EntityModel, where: unknown, place: string, depth: number): void {
    if (!isWhere(where)) throw new HubError("NULL_FILTER", { place });
    within(depth, filterLimits.depthMax, place);
    for (const [name, given] of Object.entries(where)) {
      if (given === undefined) continue;
      const at = `${place}.${name}`;
      if (given === null) throw new HubError("NULL_FILTER", { place: at });
      const [field, relation] = [model.fields.get(name), model.relations.get(name)];
      if (isConnective(name)) this.connective(model, given, at, depth + 1);
      else if (field) this.field(model, field, given, at);
      else if (relation) this.relation(relation, given, at, depth + 1);
      else throw new Error(`${model.name}.${name} cannot be filtered`);
    }
  }

  private count(place: string): void {
    this.conditions += 1;
    within(this.conditions, filterLimits.conditionsMax, place);
  }

  private connective(model: EntityModel, given: unknown, place: string, depth: number): void {
    if (!Array.isArray(given)) {
      this.object(model, given, place, depth);
      return;
    }
    for (const [n, part] of given.entries()) {
      this.count(place);
      this.object(model, part, `${place}[${String(n)}]`, depth);
    }
  }

  private relation(relation: RelationModel, given: unknown, place: string, depth: number): void {
    const target = modelOf(relation.target());
    this.count(place);
    if (!relation.many) {
      this.object(target, given, place, depth);
      return;
    }
    if (!isWhere(given)) throw new HubError("NULL_FILTER", { place });
    for (const quantifier of quantifiers)
      if (given[quantifier] !== undefined)
        this.object(target, given[quantifier], `${place}.${quantifier}`, depth);
  }

  private field(model: EntityModel, field: FieldModel, given: unknown, place: string): void {
    const operators = operatorsOf(field);
    for (const [name, operand] of Object.entries(isWhere(given) ? given : {})) {
      if (operand === undefined) continue;
      const at = `${place}.${name}`;
      this.count(at);
      if (operand === null) throw new HubError("NULL_FILTER", { place: at });
      const shape = operators[name];
      if (!shape) throw new Error(`${model.name}.${field.name} knows no ${name}`);
      checkOperand(model, field, shape, operand, at);
    }
  }
}

function checkOperand(
  model: EntityModel,
  field: FieldModel,
  shape: OperandShape,
  operand: unknown,
  place: string,
): void {
  if (shape === "flag" || shape === "range") return;
  if (shape === "values") within((operand as unknown[]).length, filterLimits.valuesMax, place);
  for (const text of Array.isArray(operand) ? (operand as unknown[]) : [operand]) {
    if (typeof text !== "string") continue;
    if (field.kind === "id") readEntityId(text, model.idPrefix);
    if (shape === "region" && !/^\d{2,9}$/.test(text))
      throw new HubError("BAD_FILTER", { place, reason: "2–9 位行政区划代码 / a region code" });
    if (shape === "pattern" && text === "")
      throw new HubError("BAD_FILTER", { place, reason: "至少 1 个字符 / at least 1 character" });
    const { patternCharactersMax, textCharactersMax } = filterLimits;
    within(text.length, shape === "pattern" ? patternCharactersMax : textCharactersMax, place);
  }
}

function within(size: number, limit: number, place: string): void {
  if (size > limit) throw new HubError("FILTER_TOO_LARGE", { place, limit });
}

function isConnective(name: string): boolean {
  return connectives.some((connective) => connective === name);
}
