import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from "graphql";
import { allModels } from "../../src/query/entity-model";
import type { Random } from "../random";
import type { Pool } from "./pool";

const depthMax = 4;

/** Where a value is wanted. */
export interface Wanted {
  /** The argument's or input field's name. */
  readonly name: string;
  /** The entity whose id it may be, by type name. */
  readonly entity: string | null;
  /** The list a cursor would be of. */
  readonly list: string | null;
}

/** Makes objects of an input type that needs more than random fields, e.g. a whole submission. */
export type MakeObject = (type: GraphQLInputObjectType) => Record<string, unknown> | null;

/**
 * A value for any input type of the schema, made from its type and its name alone: filters, orders
 * and aggregates that appear in the schema later are filled in without a change here.
 */
export class ValueGenerator {
  constructor(
    private readonly pool: Pool,
    private readonly random: Random,
    private readonly makeObject: MakeObject,
    /** Types `_entities` can be asked for. */
    private readonly representable: readonly string[] = [],
  ) {}

  /** Whether any answer carried a cursor of this list. */
  hasCursor(list: string): boolean {
    return this.pool.hasCursor(list);
  }

  value(type: GraphQLInputType, wanted: Wanted, depth = 0): unknown {
    const { random } = this;
    if (!isNonNullType(type) && random.chance(0.03)) return null;
    const nullable = getNullableType(type);
    // Filters hold filters: deep down, none of those that may be left out.
    if (depth >= depthMax && isListType(nullable) && isInputObjectType(getNamedType(type)))
      return [];
    if (isListType(nullable)) {
      const length = random.pick([0, 1, 1, 1, 2, 2, 3, 8]);
      const count = this.representable.length > 0 ? length * 3 : length;
      return Array.from({ length: count }, () => this.value(nullable.ofType, wanted, depth));
    }
    const named = getNamedType(type);
    if (isEnumType(named)) return random.pick(named.getValues()).name;
    if (isInputObjectType(named)) return this.object(named, wanted, depth);
    return this.scalar(named.name, wanted);
  }

  private object(
    type: GraphQLInputObjectType,
    wanted: Wanted,
    depth: number,
  ): Record<string, unknown> {
    const made = this.makeObject(type);
    if (made) return made;
    const fields = Object.values(type.getFields());
    const required = fields.filter((field) => isNonNullType(field.type));
    const isDeep = depth >= depthMax;
    const optional = fields.filter(
      ({ type: of }) => !isNonNullType(of) && !(isDeep && isInputObjectType(getNamedType(of))),
    );
    const more = this.random.below(3);
    const chosen = [...required, ...this.random.some(optional, required.length ? more : more + 1)];
    return Object.fromEntries(
      chosen.map((field) => [
        field.name,
        this.value(field.type, { ...wanted, name: field.name }, depth + 1),
      ]),
    );
  }

  private scalar(typeName: string, wanted: Wanted): unknown {
    const { pool, random } = this;
    switch (typeName) {
      case "Boolean":
        return random.chance(0.5);
      case "Int":
      case "Float":
        return this.number(wanted);
      case "ID":
        return pool.id(this.prefixOf(wanted.entity));
      case "_Any":
        return this.representation();
      case "Day":
        return this.matching(wanted, /^\d{4}-\d\d-\d\d$/, ["2026-07-15", "2025-12-31"]);
      case "Instant":
        return random.pick(["2026-07-15T04:00:00Z", "2025-07-15T04:00:00+08:00"]);
      case "Fen":
      case "Decimal":
        return this.matching(wanted, /^\d{1,12}$/, ["0", "1", "40000000"]);
      default:
        return this.text(wanted);
    }
  }

  private number({ name }: Wanted): number {
    const { random } = this;
    if (/year/i.test(name)) return random.pick([2024, 2025, 2026, 2026, 1999]);
    if (/^(first|last)$/.test(name))
      return random.chance(0.03)
        ? random.pick([-1, 1001])
        : random.pick([0, 1, 1, 2, 2, 3, 4, 5, 7, 10, 20, 50, 1 + random.below(200)]);
    const known = this.pool.named(name);
    return typeof known === "number" && random.chance(0.7) ? known : random.below(100);
  }

  private matching(wanted: Wanted, shape: RegExp, usual: readonly string[]): string {
    const known = String(this.pool.named(wanted.name) ?? "");
    return shape.test(known) && this.random.chance(0.8) ? known : this.random.pick(usual);
  }

  private text({ name, list, entity }: Wanted): string {
    const { pool, random } = this;
    if (list && (name === "after" || name === "before")) return pool.cursor(list);
    if (name === "document" || name === "query") return pool.document();
    if (name === "variables") return "{}";
    if (name.startsWith("receiver") || name.startsWith("organisation"))
      return String(pool.named("code") ?? "");
    if (name.endsWith("Id")) return pool.id(this.prefixOf(entity));
    if (name.includes("regionPrefix"))
      return String(pool.named("regionCode") ?? "34").slice(0, random.pick([2, 4, 6]));
    return this.named(name, entity);
  }

  /** A value of the entity's field of this name, of any field of it, or of one it names in part. */
  private named(name: string, entity: string | null): string {
    const { pool, random } = this;
    const plain = name.replace(/^.*?(Uscc|OrgCode|Key)$/, (_, end: string) => lowerFirst(end));
    const own = entity === null ? undefined : pool.ofEntity(entity, name);
    const known = own ?? pool.named(name) ?? pool.named(plain === "key" ? "sourceKey" : plain);
    return known !== undefined && random.chance(0.9) ? String(known) : pool.text();
  }

  private prefixOf(entity: string | null): string | null {
    return allModels().find(({ name }) => name === entity)?.idPrefix ?? null;
  }

  private representation(): unknown {
    if (this.random.chance(0.02))
      return this.random.pick(["Policy", null, { __typename: "Query" }]);
    const type = this.random.pick(this.representable);
    return { __typename: type, id: this.pool.id(this.prefixOf(type)) };
  }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
