import type { OrganisationType } from "../../src/access/organisation-type";
import { instantFromDatabase } from "../../src/database/calendar";
import { snakeCase } from "../../src/database/names";
import {
  modelOf,
  type EntityModel,
  type FieldKind,
  type FieldModel,
  type RelationModel,
} from "../../src/query/entity-model";
import type { OrderOf } from "../oracle/filtered-rows";
import { mayMention } from "../oracle/specified-mentions";
import type { World } from "../oracle/visible-rows";

type Where = Record<string, unknown>;

/** A value of each kind for tables without rows. */
const usual: Partial<Record<FieldKind, string | number>> = {
  boolean: 0,
  textList: '["x"]',
  instant: "2026-01-01 00:00:00.000000",
  day: "2026-01-01",
};

const derivedValues: Readonly<Record<string, readonly (string | number)[]>> = {
  "Policy.status": ["PENDING", "IN_FORCE", "EXPIRED", "CANCELLED"],
  "Hazard.overdue": [1, 0],
};

/** Filters and orders that an organisation may use, with values of the rows there are. */
export class RandomFilters {
  /** `random` answers numbers from 0 to 1. */
  constructor(
    private readonly world: World,
    private readonly type: OrganisationType,
    private readonly random: () => number,
  ) {}

  where(model: EntityModel, depth = 0): Where {
    const where: Where = {};
    const parts = depth === 0 ? 2 : 1;
    for (let n = 0; n < parts; n++) Object.assign(where, this.part(model, depth));
    return where;
  }

  orderBy(model: EntityModel): { fields: string[]; keys: OrderOf[] } {
    const keys: OrderOf[] = [];
    const fields: string[] = [];
    for (let n = 0; n < 3; n++) {
      const direction = this.random() < 0.5 ? "ASC" : "DESC";
      const ones = this.relations(model, "ORDER").filter(({ many }) => !many);
      const through = this.random() < 0.4 ? this.one(ones) : undefined;
      const owner = through ? modelOf(through.target()) : model;
      const field = this.one(
        this.fields(owner, "ORDER").filter(({ kind, isLong }) => kind !== "textList" && !isLong),
      );
      const path = [...(through ? [through.name] : []), field?.name ?? "id"];
      const upper = path.map((name) => snakeCase(name).toUpperCase());
      const isOwn = model.fields.has(camel(upper.join("_")));
      const name = upper.join(path.length > 1 && isOwn ? "__" : "_");
      if (fields.some((field) => field.startsWith(`{field: ${name},`))) continue;
      keys.push({ path, direction });
      fields.push(`{field: ${name}, direction: ${direction}}`);
    }
    keys.push({ path: ["id"], direction: keys.at(-1)?.direction ?? "ASC" });
    return { fields, keys };
  }

  private part(model: EntityModel, depth: number): Where {
    const dice = this.random();
    if (depth < 4 && dice < 0.12) return { not: this.where(model, depth + 1) };
    if (depth < 4 && dice < 0.3) {
      const parts = [this.where(model, depth + 1), this.where(model, depth + 1)];
      return dice < 0.2 ? { and: parts } : { or: parts };
    }
    const relation = depth < 4 && dice < 0.6 ? this.one(this.relations(model, "FILTER")) : null;
    if (!relation) return this.condition(model);
    const inner = this.where(modelOf(relation.target()), depth + 1);
    if (!relation.many) return { [relation.name]: inner };
    return { [relation.name]: { [this.one(["some", "none", "every"]) ?? "some"]: inner } };
  }

  private condition(model: EntityModel): Where {
    const field = this.one(this.fields(model, "FILTER"));
    if (!field) return {};
    return { [field.name]: this.operator(model, field) };
  }

  private operator(model: EntityModel, field: FieldModel): Where {
    const value = (): unknown => this.value(model, field);
    const nullable = field.nullable && this.random() < 0.2 ? [{ isNull: this.random() < 0.5 }] : [];
    const [low, high] = [value(), value()].sort();
    const equal = [{ eq: value() }, { ne: value() }, { in: [value(), value()] }];
    const operators: Where[] = [...equal, { notIn: [value(), value(), value()] }];
    if (field.kind === "boolean") return this.one([...nullable, { eq: value() }]) ?? {};
    if (field.kind === "text") {
      const text = String(value());
      const [from, to] = [text.slice(0, 2), text.slice(1, 3)];
      if (from) operators.push({ startsWith: from });
      if (to) operators.push({ contains: to });
      if (field.isRegion) operators.push({ within: text.slice(0, 4) }, { within: text });
    } else if (field.kind === "textList") {
      const items = [...(value() as unknown[]), ...(value() as unknown[])];
      return (
        this.one([
          ...[{ has: items[0] ?? "x" }, { hasSome: items }, { hasEvery: items.slice(0, 2) }],
          { isEmpty: this.random() < 0.5 },
        ]) ?? {}
      );
    } else if (field.kind !== "id" && field.kind !== "enum") {
      operators.push({ lt: value() }, { lte: value() }, { gt: value(), ne: value() });
      operators.push({ gte: value() }, { between: { from: low, to: high } });
    }
    return this.one([...nullable, ...operators]) ?? {};
  }

  /** A value that stands in some row, as a request gives it. */
  private value(model: EntityModel, field: FieldModel): unknown {
    const derived = derivedValues[`${model.name}.${field.name}`];
    const column = snakeCase(field.name);
    const stored = (this.world[model.table] ?? []).map((row) => row[column] ?? null);
    const found = this.one(derived ?? stored.filter((value) => value !== null));
    const unknown = `${model.idPrefix}_00000000000000000000`;
    return given(field.kind, found ?? (field.kind === "id" ? unknown : usual[field.kind]));
  }

  private fields(model: EntityModel, mention: string): FieldModel[] {
    return [...model.fields.values()].filter(
      (field) =>
        mayMention(this.type, field.label, mention) &&
        // An enum of which no row has a value: no name to give is known here.
        (field.kind !== "enum" || this.hasValue(model, field)) &&
        (!field.expression || `${model.name}.${field.name}` in derivedValues),
    );
  }

  private hasValue(model: EntityModel, field: FieldModel): boolean {
    if (`${model.name}.${field.name}` in derivedValues) return true;
    return (this.world[model.table] ?? []).some((row) => row[snakeCase(field.name)] != null);
  }

  private relations(model: EntityModel, mention: string): RelationModel[] {
    return [...model.relations.values()].filter(
      ({ label, target }) =>
        mayMention(this.type, label, mention) && !/^(?:Access|Data)/.test(modelOf(target()).name),
    );
  }

  private one<T>(of: readonly T[]): T | undefined {
    return of[Math.floor(this.random() * of.length)];
  }
}

/** A stored value as a request gives it. */
function given(kind: FieldKind, stored: string | number = 1): unknown {
  if (kind === "boolean") return stored === 1;
  if (kind === "textList") return JSON.parse(String(stored)) as unknown;
  if (kind === "instant") return instantFromDatabase(String(stored));
  return kind === "int" ? Number(stored) : String(stored);
}

function camel(upper: string): string {
  return upper.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
