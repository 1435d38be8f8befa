import { allModels, type EntityModel } from "../../src/query/entity-model";
import { snakeCase } from "../../src/database/names";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import type { Random } from "../random";

type Cell = string | number;

const cursorsMax = 400;
const documentsMax = 20;

/**
 * Values to ask with: every value of both worlds, of visible and of hidden rows alike, by the name
 * of its field; ids by their type; and cursors from earlier answers, whoever got them.
 */
export class Pool {
  private readonly byName = new Map<string, Cell[]>();
  private readonly idsByPrefix = new Map<string, string[]>();
  private readonly cursors = new Map<string, string[]>();
  private readonly uneven = new Map<string, Cell[]>();
  private readonly documents: Record<number, string> = {};
  private readonly foreignCursors: string[] = [];
  private readonly texts: Cell[] = [];
  private readonly keysOfTable = new Map<string, string[]>();

  constructor(
    worlds: readonly World[],
    private readonly random: Random,
  ) {
    const values = new Map<string, Set<Cell>>();
    const uneven = unevenRows(worlds);
    for (const world of worlds)
      for (const model of allModels())
        for (const row of world[model.table] ?? []) {
          this.noteKey(model.table, row["source_key"]);
          this.noteRow(values, model, row);
          if (uneven.has(row)) this.noteUneven(model, row);
        }
    for (const [name, found] of values) this.byName.set(name, [...found]);
    for (const id of this.byName.get("id") ?? []) {
      const prefix = String(id).slice(0, 3);
      this.idsByPrefix.set(prefix, [...(this.idsByPrefix.get(prefix) ?? []), String(id)]);
    }
    this.texts.push(...[...this.byName.values()].flatMap((each) => this.random.some(each, 3)));
  }

  private noteRow(values: Map<string, Set<Cell>>, model: EntityModel, row: StoredRow): void {
    for (const [name, value] of cellsOf(model, row))
      for (const key of [name, `${model.table}.${name}`])
        values.set(key, (values.get(key) ?? new Set()).add(value));
  }

  private noteUneven(model: EntityModel, row: StoredRow): void {
    const { table } = model;
    const note = (key: string, value: Cell): void => {
      this.uneven.set(key, [...(this.uneven.get(key) ?? []), value]);
    };
    note(`id ${String(row["id"]).slice(0, 3)}`, String(row["id"]));
    if (row["source_key"]) note(`key ${table}`, row["source_key"]);
    for (const [name, value] of cellsOf(model, row)) {
      note(`named ${name}`, value);
      note(`named ${table}.${name}`, value);
    }
  }

  /** A value of a row in which the worlds differ: where there is a leak, it is there. */
  private unevenOne(key: string): Cell | undefined {
    const values = this.uneven.get(key);
    return values && this.random.chance(0.4) ? this.random.pick(values) : undefined;
  }

  private noteKey(table: string, key: Cell | null | undefined): void {
    if (typeof key !== "string") return;
    const known = this.keysOfTable.get(table) ?? [];
    known.push(key);
    this.keysOfTable.set(table, known);
  }

  /** The source key of some row of a table, the submitter's own or another's. */
  sourceKey(table: string): string {
    const keys = this.keysOfTable.get(table);
    const uneven = this.unevenOne(`key ${table}`);
    if (typeof uneven === "string") return uneven;
    return keys?.length ? this.random.pick(keys) : "no-such-key";
  }

  /** A value some row of the entity has in the field of this name, or undefined. */
  ofEntity(entity: string, name: string): Cell | undefined {
    const table = allModels().find((model) => model.name === entity)?.table ?? "";
    return this.named(`${table}.${name}`);
  }

  /** A value some row has in the field of this name, or undefined. */
  named(name: string): Cell | undefined {
    const values = this.byName.get(name);
    const uneven = this.unevenOne(`named ${name}`);
    if (uneven !== undefined) return uneven;
    return values?.length ? this.random.pick(values) : undefined;
  }

  /** An id of this type, of another when there is none, sometimes of none at all. */
  id(prefix: string | null): string {
    if (this.random.chance(0.04)) return this.random.pick(["", "1 OR 1", `${prefix ?? "pol"}_x`]);
    if (this.random.chance(0.04)) return `${prefix ?? "pol"}_AAAAAAAAAAAAAAAAAAAA`;
    const ids = this.idsByPrefix.get(prefix ?? "");
    const uneven = this.unevenOne(`id ${prefix ?? ""}`);
    if (uneven !== undefined) return String(uneven);
    return ids?.length ? this.random.pick(ids) : String(this.named("id"));
  }

  /** Any text. */
  text(): string {
    return this.texts.length ? String(this.random.pick(this.texts)) : "x";
  }

  /** Keeps cursors the audited organisation was given, by the list's `Type.field`. */
  keepCursors(list: string, found: readonly string[]): void {
    const kept = this.cursors.get(list) ?? [];
    kept.push(...found);
    this.cursors.set(list, kept.slice(-cursorsMax));
  }

  /** Keeps cursors somebody else was given. */
  keepForeignCursors(found: readonly string[]): void {
    this.foreignCursors.push(...found);
    this.foreignCursors.splice(0, this.foreignCursors.length - cursorsMax);
  }

  /** Keeps a document, for fields that explain documents. */
  keepDocument(text: string): void {
    this.documents[this.random.below(documentsMax)] = text;
  }

  document(): string {
    const texts = Object.values(this.documents);
    return texts.length && this.random.chance(0.9) ? this.random.pick(texts) : "{ __typename }";
  }

  hasCursor(list: string): boolean {
    return this.cursors.has(list);
  }

  /** A cursor of this list, now and then one of another list, of somebody else, or none at all. */
  cursor(list: string): string {
    const own = this.cursors.get(list);
    if (own?.length && this.random.chance(0.97)) return this.random.pick(own);
    const others = [...this.foreignCursors, ...[...this.cursors.values()].flat()];
    if (others.length && this.random.chance(0.9)) return this.random.pick(others);
    return this.random.pick(["", "bm90IGEgY3Vyc29y"]);
  }
}

/** Rows that are not the same in all worlds. */
function unevenRows(worlds: readonly World[]): ReadonlySet<StoredRow> {
  const times = new Map<string, StoredRow[]>();
  for (const world of worlds)
    for (const { table } of allModels())
      for (const row of world[table] ?? []) {
        const text = JSON.stringify([table, ...Object.values(row)]);
        times.set(text, [...(times.get(text) ?? []), row]);
      }
  return new Set([...times.values()].flatMap((rows) => (rows.length < worlds.length ? rows : [])));
}

/** The published values of a row that are there, the id among them. */
function cellsOf({ fields }: EntityModel, row: StoredRow): [string, Cell][] {
  return [...fields.values()].flatMap(({ name, expression }): [string, Cell][] => {
    const value = expression === null ? row[snakeCase(name)] : null;
    return value === null || value === undefined ? [] : [[name, value]];
  });
}
