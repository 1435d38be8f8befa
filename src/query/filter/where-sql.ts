import type { Caller } from "../../access/caller";
import { scopeFor } from "../../access/scope-predicate";
import { snakeCase } from "../../database/names";
import { identifier, joinSql, sql, trusted, type Sql } from "../../database/sql";
import { modelOf, type EntityModel, type RelationModel } from "../entity-model";
import type { RowLimits } from "../row-limits";
import { expressionSql, valueOf, type RequestClock } from "../select";
import { every, notTrue, operatorSql, some } from "./operator-sql";
import { isWhere, type WhereInput } from "./where-input";

/** For whom and when a `where` is compiled, and to which rows its operation is limited. */
export interface WhereContext {
  readonly caller: Caller;
  readonly clock: RequestClock;
  readonly rowLimits: RowLimits;
}

/**
 * The conditions of a `where` on the table known as `alias`, all of which must hold. Relations are
 * EXISTS over the rows that the caller sees of their table and that the operation may use there.
 * Two-valued: `not` is true for exactly the rows for which what it holds is not. The `where` has
 * passed `checkWhere`.
 */
export function whereSql(
  model: EntityModel,
  where: WhereInput,
  context: WhereContext,
  alias: string,
): Sql[] {
  return new WhereCompiler(context).conditions(model, where, alias);
}

class WhereCompiler {
  private aliases = 0;

  constructor(private readonly context: WhereContext) {}

  conditions(model: EntityModel, where: WhereInput, alias: string): Sql[] {
    return Object.entries(where).flatMap(([name, given]) => {
      if (given === undefined) return [];
      if (name === "and" || name === "or") {
        const parts = (Array.isArray(given) ? given : [given]).map((part: unknown) =>
          this.all(model, part, alias),
        );
        return [name === "and" ? every(parts) : some(parts)];
      }
      if (name === "not") return [notTrue(this.all(model, given, alias))];
      const relation = model.relations.get(name);
      return relation
        ? this.related(relation, given, alias)
        : this.field(model, name, given, alias);
    });
  }

  private all(model: EntityModel, where: unknown, alias: string): Sql {
    if (!isWhere(where)) throw new Error("a filter was not checked");
    return every(this.conditions(model, where, alias));
  }

  private field(model: EntityModel, name: string, given: unknown, alias: string): Sql[] {
    const field = model.fields.get(name);
    if (!field || !isWhere(given)) throw new Error(`${model.name}.${name} was not checked`);
    const { clock } = this.context;
    const column = valueOf(model, name, clock, alias);
    const is = (value: unknown): Sql | null => {
      const condition = field.valueConditions?.[String(value)];
      return condition === undefined ? null : expressionSql(condition, clock, alias);
    };
    return Object.entries(given)
      .filter(([, operand]) => operand !== undefined)
      .map(([operator, operand]) => operatorSql({ field, column, is }, operator, operand));
  }

  private related(relation: RelationModel, given: unknown, alias: string): Sql[] {
    if (!isWhere(given)) throw new Error(`${relation.name} was not checked`);
    if (!relation.many) return [this.exists(relation, given, alias, false)];
    const { some: one, none, every: all } = given;
    const found: Sql[] = [];
    if (one !== undefined) found.push(this.exists(relation, one, alias, false));
    if (none !== undefined) found.push(sql`NOT ${this.exists(relation, none, alias, false)}`);
    if (all !== undefined) found.push(sql`NOT ${this.exists(relation, all, alias, true)}`);
    return found;
  }

  /** Whether the caller sees a related row for which the filter holds, or does not. */
  private exists(relation: RelationModel, where: unknown, of: string, negated: boolean): Sql {
    const { caller, rowLimits } = this.context;
    const target = modelOf(relation.target());
    this.aliases += 1;
    const alias = `w${String(this.aliases)}`;
    const key = identifier(snakeCase(relation.by));
    const [t, r] = [trusted(of), trusted(alias)];
    const link = relation.many ? sql`${r}.${key} = ${t}.id` : sql`${r}.id = ${t}.${key}`;
    const scope = scopeFor(target.scope, caller, alias, rowLimits.get(target.name));
    const asked = this.all(target, where, alias);
    const conditions = [link, scope, negated ? notTrue(asked) : asked];
    return sql`EXISTS (SELECT 1 FROM ${identifier(target.table)} ${r} WHERE ${joinSql(conditions, " AND ")})`;
  }
}
