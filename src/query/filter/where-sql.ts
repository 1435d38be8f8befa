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
 * subqueries over the rows that the caller sees of their table and that the operation may use there:
 * IN where they must hold (the server may then begin with the related rows), EXISTS elsewhere.
 * Two-valued: `not` is true for exactly the rows for which what it holds is not. The `where` has
 * passed `checkWhere`.
 */
export function whereSql(
  model: EntityModel,
  where: WhereInput,
  context: WhereContext,
  alias: string,
): Sql[] {
  return new WhereCompiler(context).conditions(model, where, { alias, mustHold: true });
}

/** Where a condition stands: over which table, and whether no row without it is wanted. */
interface Place {
  readonly alias: string;
  readonly mustHold: boolean;
}

class WhereCompiler {
  private aliases = 0;

  constructor(private readonly context: WhereContext) {}

  conditions(model: EntityModel, where: WhereInput, place: Place): Sql[] {
    const free = { ...place, mustHold: false };
    return Object.entries(where).flatMap(([name, given]) => {
      if (given === undefined) return [];
      if (name === "and" || name === "or") {
        const of = name === "and" ? place : free;
        const parts = (Array.isArray(given) ? given : [given]).map((part: unknown) =>
          this.all(model, part, of),
        );
        return [name === "and" ? every(parts) : some(parts)];
      }
      if (name === "not") return [notTrue(this.all(model, given, free))];
      const relation = model.relations.get(name);
      return relation
        ? this.related(relation, given, place)
        : this.field(model, name, given, place.alias);
    });
  }

  private all(model: EntityModel, where: unknown, place: Place): Sql {
    if (!isWhere(where)) throw new Error("a filter was not checked");
    return every(this.conditions(model, where, place));
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

  private related(relation: RelationModel, given: unknown, place: Place): Sql[] {
    if (!isWhere(given)) throw new Error(`${relation.name} was not checked`);
    if (!relation.many) return [this.one(relation, given, place)];
    const { some: one, none, every: all } = given;
    const found: Sql[] = [];
    if (one !== undefined) found.push(this.one(relation, one, place));
    if (none !== undefined) found.push(sql`NOT ${this.exists(relation, none, place.alias, false)}`);
    if (all !== undefined) found.push(sql`NOT ${this.exists(relation, all, place.alias, true)}`);
    return found;
  }

  /** Whether the caller sees a related row for which the filter holds. */
  private one(relation: RelationModel, where: unknown, { alias: of, mustHold }: Place): Sql {
    if (!mustHold) return this.exists(relation, where, of, false);
    const { alias, table, scope, target, here, there } = this.link(relation, of);
    const conditions = [scope, this.all(target, where, { alias, mustHold })];
    return sql`${here} IN (SELECT ${there} FROM ${table} WHERE ${joinSql(conditions, " AND ")})`;
  }

  /** The same as a condition that is never null; or whether there is one for which it does not. */
  private exists(relation: RelationModel, where: unknown, of: string, negated: boolean): Sql {
    const { alias, table, scope, target, here, there } = this.link(relation, of);
    const asked = this.all(target, where, { alias, mustHold: false });
    const conditions = [sql`${there} = ${here}`, scope, negated ? notTrue(asked) : asked];
    return sql`EXISTS (SELECT 1 FROM ${table} WHERE ${joinSql(conditions, " AND ")})`;
  }

  /** The related table within what the caller sees of it, and the columns that tie it to `of`. */
  private link(relation: RelationModel, of: string): Link {
    const { caller, rowLimits } = this.context;
    const target = modelOf(relation.target());
    this.aliases += 1;
    const alias = `w${String(this.aliases)}`;
    const [t, r] = [trusted(of), trusted(alias)];
    const key = identifier(snakeCase(relation.by));
    return {
      alias,
      target,
      table: sql`${identifier(target.table)} ${r}`,
      scope: scopeFor(target.scope, caller, alias, rowLimits.get(target.name)),
      here: relation.many ? sql`${t}.id` : sql`${t}.${key}`,
      there: relation.many ? sql`${r}.${key}` : sql`${r}.id`,
    };
  }
}

interface Link {
  readonly alias: string;
  readonly target: EntityModel;
  readonly table: Sql;
  readonly scope: Sql;
  readonly here: Sql;
  readonly there: Sql;
}
