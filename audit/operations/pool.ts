import { allModels } from "../../src/query/entity-model";
import { snakeCase } from "../../src/database/names";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import type { Random } from "../random";

const cursorsMax = 400;
const documentsMax = 20;

/**
 * Values to ask with: every value of both worlds, of visible and of hidden rows alike, by the name
 * of its field; ids by their type; and cursors from earlier answers, whoever got them.
 */
export class Pool {
  private readonly byName = new Map<string, unknown[]>();
  private readonly idsByPrefix = new Map<string, string[]>();
  private readonly cursors = new Map<string, string[]>();
  private readonly uneven = new Map<string, unknown[]>();
  private readonly documents: Record<number, string> = {};
  private readonly foreignCursors: string[] = [];
  private readonly texts: unknown[] = [];
  private readonly keysOfTable = new Map<string, string[]>();

  constructor(
    worlds: readonly World[],
    private readonly random: Random,
  ) {
    const values = new Map<string, Set<unknown>>();
    const uneven = unevenRows(worlds);
    for (const world of worlds)
      for (const { table, fields } of allModels())
        for (const row of world[table] ?? []) {
          this.note(values, "id", row["id"]);
          this.noteKey(table, row["source_key"]);
          if (uneven.has(row)) this.noteUneven(table, row, fields.values());
          for (const { name, expression } of fields.values())
            if (expression === null) this.note(values, name, row[snakeCase(name)]);
        }
    for (const [name, found] of values) this.byName.set(name, [...found]);
    for (const id of this.byName.get("id") ?? []) {
      const prefix = String(id).slice(0, 3);
      this.idsByPrefix.set(prefix, [...(this.idsByPrefix.get(prefix) ?? []), String(id)]);
    }
    this.texts.push(...[...this.byName.values()].flatMap((each) => this.random.some(each, 3)));
  }

  private note(values: Map<string, Set<unknown>>, name: string, value: unknown): void {
    if (value === null || value === undefined) return;
    const known = values.get(name) ?? new Set();
    values.set(name, known.add(value));
  }

  private noteUneven(table: string, row: StoredRow, fields: Iterable<{ name: string }>): void {
    const note = (key: string, value: unknown): void => {
      if (value === null || value === undefined) return;
      this.uneven.set(key, [...(this.uneven.get(key) ?? []), value]);
    };
    note(`id ${String(row["id"]).slice(0, 3)}`, row["id"]);
    note(`key ${table}`, row["source_key"]);
    for (const { name } of fields) note(`named ${name}`, row[snakeCase(name)]);
  }

  /** A value of a row in which the worlds differ: where there is a leak, it is there. */
  private unevenOne(key: string): unknown {
    const values = this.uneven.get(key);
    return values && this.random.chance(0.4) ? this.random.pick(values) : undefined;
  }

  private noteKey(table: string, key: unknown): void {
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

  /** A value some row has in the field of this name, or undefined. */
  named(name: string): unknown {
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
