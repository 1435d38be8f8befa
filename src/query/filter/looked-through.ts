import { modelOf, type EntityModel } from "../entity-model";
import { connectives, isWhere, quantifiers } from "./where-input";

/** A table that a condition has the database look through. */
export interface LookedThrough {
  readonly table: string;
  /** For a text anywhere in a value, which no index serves. */
  readonly isSearched: boolean;
}

/** The tables a `where` of an entity looks through at worst, each as often as it is named. */
export function lookedThrough(model: EntityModel, where: unknown): LookedThrough[] {
  const found: LookedThrough[] = [];
  const walk = (of: EntityModel, given: unknown): void => {
    if (Array.isArray(given)) for (const part of given) walk(of, part);
    if (!isWhere(given)) return;
    const isSearched = [...of.fields.keys()].some((name) => searches(given[name]));
    found.push({ table: of.table, isSearched });
    for (const name of connectives) walk(of, given[name]);
    for (const [name, relation] of of.relations) {
      const related = given[name];
      if (!isWhere(related)) continue;
      const target = modelOf(relation.target());
      if (!relation.many) walk(target, related);
      else for (const quantifier of quantifiers) walk(target, related[quantifier]);
    }
  };
  walk(model, where);
  return found;
}

function searches(operators: unknown): boolean {
  return isWhere(operators) && operators["contains"] !== undefined;
}
