import { specifiedMasks, type OracleHolder } from "../../test/oracle/visible-cells";
import type { StoredRow, World } from "../../test/oracle/visible-rows";
import type { Random } from "../random";
import type { ColumnInfo, TableInfo } from "./catalogue";
import { summedColumns } from "./declassified";
import type { Mutation, RowChange, WorldEditor } from "./editor";
import { fieldOfColumn, sightOfColumn, type CellInfo } from "./hidden-cells";
import { behindMask, largeValue, otherValue } from "./other-values";
import { placeColumns, type View } from "./view";

/** What can be done to what is hidden, and how often. */
const kinds = {
  value: 26,
  null: 8,
  removed: 18,
  added: 20,
  edge: 8,
  size: 5,
  tie: 10,
  throwing: 8,
  sum: 5,
} as const;

/** How often a hidden row is looked for, rather than hidden cells of any row. */
const hiddenFirst = 0.6;

/** What a proposal looks at. */
export interface Sources {
  readonly editor: WorldEditor;
  readonly holder: OracleHolder;
  /** The world and view that must stay what they are to the holder. */
  readonly world: World;
  readonly view: View;
  readonly tables: readonly string[];
  /** Rows that are equal in both worlds, whoever sees them. */
  isLeftAlone(table: string, row: StoredRow): boolean;
  /** Rows that are summed up in what is published; only sums that stay are moved among them. */
  isSummed(table: string, row: StoredRow): boolean;
}

/**
 * Something to do to a world that the holder should not notice. It is only a proposal: whether the
 * holder's view stays the same is checked afterwards.
 */
export function propose(sources: Sources, random: Random): Mutation | null {
  const kind = random.weighted(kinds);
  const table = sources.editor.catalogue.get(random.pick(sources.tables));
  if (!table) return null;
  if (kind === "sum") return movedSum(sources, random);
  const rows = sources.editor.rows(table.name);
  if (rows.length === 0) return null;
  const isUnseen = (each: StoredRow): boolean =>
    !sources.view.has(`${table.name} ${sources.editor.keyOf(table.name, each)}`);
  // Where most rows are visible, what can be changed unnoticed would hardly be met by chance.
  const hidden = random.chance(hiddenFirst) ? rows.filter(isUnseen) : [];
  const row = random.pick(hidden.length > 0 ? hidden : rows);
  if (sources.isLeftAlone(table.name, row) || sources.isSummed(table.name, row)) return null;
  const isHidden = isUnseen(row);
  const change = ((): RowChange[] | null => {
    switch (kind) {
      case "removed":
        return isHidden ? removal(sources, table.name, row) : null;
      case "added":
        return isHidden ? addition(sources, table, row, random) : null;
      case "edge":
        return edge(sources, table, row, isHidden, random);
      default:
        return cellChange(sources, table, row, { kind, isHidden }, random);
    }
  })();
  return change && { kind, changes: change };
}

function changed(
  { editor }: Sources,
  table: string,
  row: StoredRow,
  values: StoredRow,
): RowChange[] | null {
  const after = { ...row, ...values };
  const key = editor.keyOf(table, row);
  if (editor.isTaken(table, after, key)) return null;
  return [{ table, key, before: row, after }];
}

/** The row, whatever refers to it and is hidden too; references from visible rows become null. */
function removal(sources: Sources, table: string, row: StoredRow): RowChange[] | null {
  const { editor, view } = sources;
  const changes = new Map<string, RowChange>();
  const queue = [{ table, row }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { table: name, row: gone } = next;
    const key = editor.keyOf(name, gone);
    if (view.has(`${name} ${key}`) || sources.isLeftAlone(name, gone)) return null;
    changes.set(`${name} ${key}`, { table: name, key, before: gone, after: null });
    for (const by of editor.referring(name, gone["id"])) {
      const byKey = editor.keyOf(by.table, by.row);
      if (changes.has(`${by.table} ${byKey}`)) continue;
      const nullable = editor.catalogue.get(by.table)?.columns.get(by.column)?.nullable === true;
      if (!nullable) queue.push({ table: by.table, row: by.row });
      else
        changes.set(`${by.table} ${byKey}`, {
          ...{ table: by.table, key: byKey, before: by.row },
          after: { ...by.row, [by.column]: null },
        });
    }
  }
  return [...changes.values()];
}

/** Three letters, `_` and twenty characters. */
const idLength = 24;
const idCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** One or several rows like this one, under new ids and keys. */
function addition(
  sources: Sources,
  table: TableInfo,
  row: StoredRow,
  random: Random,
): RowChange[] | null {
  const { editor } = sources;
  const changes: RowChange[] = [];
  for (let n = random.chance(0.2) ? 8 : 1; n > 0; n--) {
    const after = { ...row };
    for (const column of table.primary)
      after[column] = freshKey(table, column, row, editor, random);
    for (const columns of table.unique) {
      const text = columns.find((column) => isFreeText(table, column));
      if (text) after[text] = `${String(row[text]).slice(0, 8)}~${String(random.below(1e9))}`;
    }
    const key = editor.keyOf(table.name, after);
    const isTwice = changes.some((other) => other.key === key);
    if (isTwice || editor.isTaken(table.name, after, null)) return null;
    changes.push({ table: table.name, key, before: null, after });
  }
  return changes;
}

function freshKey(
  { name, columns }: TableInfo,
  column: string,
  row: StoredRow,
  editor: WorldEditor,
  random: Random,
): string | number | null {
  const info = columns.get(column);
  const old = row[column] ?? null;
  if (info?.autoIncrement !== true) {
    const isId = (info?.length ?? 0) >= idLength;
    // A day, or a word of few: where that is the key, another part of it tells the rows apart.
    if (!isId) return (info && otherValue(info, old, editor.rows(name), random)) ?? old;
    const digits = Array.from({ length: 20 }, () =>
      idCharacters.charAt(random.below(idCharacters.length)),
    );
    return `${String(old).slice(0, 4)}${digits.join("")}`;
  }
  return Math.max(...editor.rows(name).map((other) => Number(other[column]))) + 1;
}

function isFreeText({ columns, references }: TableInfo, column: string): boolean {
  const { type = "", length = 0 } = columns.get(column) ?? {};
  return type === "varchar" && (length ?? 0) >= 18 && !references.has(column);
}

/** The row refers to another row, or to none; neither end is one the holder sees it lead to. */
function edge(
  sources: Sources,
  table: TableInfo,
  row: StoredRow,
  isHidden: boolean,
  random: Random,
): RowChange[] | null {
  const references = [...table.references];
  if (references.length === 0) return null;
  const [column, target] = random.pick(references);
  const isNull = table.columns.get(column)?.nullable === true && random.chance(0.3);
  const targets = sources.editor.rows(target);
  if (targets.length === 0) return null;
  const to = isNull ? null : (random.pick(targets)["id"] ?? null);
  const isSeen = (id: unknown): boolean => sources.view.has(`${target} ${String(id)}`);
  if (to === row[column] || (!isHidden && (isSeen(to) || isSeen(row[column])))) return null;
  return changed(sources, table.name, row, { [column]: to });
}

function cellChange(
  sources: Sources,
  table: TableInfo,
  row: StoredRow,
  how: { kind: keyof typeof kinds; isHidden: boolean },
  random: Random,
): RowChange[] | null {
  const columns = [...table.columns.values()].filter(
    ({ name }) =>
      !table.primary.includes(name) &&
      !table.references.has(name) &&
      (how.isHidden || isHiddenColumn(sources, table.name, name, row)),
  );
  if (columns.length === 0) return null;
  const column = random.pick(columns);
  const cell = fieldOfColumn(table.name, column.name);
  const { holder, world } = sources;
  const old = row[column.name] ?? null;
  const isMasked = !how.isHidden && cell && sightOfColumn(cell, row, holder, world) === "masked";
  const to = isMasked
    ? otherBehindMask(cell, old, random)
    : newValue(sources, { table, column, cell, old }, how.kind, random);
  if (to === undefined || to === old) return null;
  return changed(sources, table.name, row, { [column.name]: to });
}

function otherBehindMask(
  { field }: CellInfo,
  old: string | number | null,
  random: Random,
): string | undefined {
  const mask = specifiedMasks[field.mask ?? ""];
  if (!mask || typeof old !== "string" || field.kind !== "text") return undefined;
  return behindMask(old, mask, random);
}

/** What this kind of mutation puts into a cell; undefined when it has nothing for it. */
function newValue(
  { editor }: Sources,
  at: { table: TableInfo; column: ColumnInfo; cell: CellInfo | null; old: string | number | null },
  kind: keyof typeof kinds,
  random: Random,
): string | number | null | undefined {
  const { table, column, cell, old } = at;
  switch (kind) {
    case "null":
      return column.nullable ? null : undefined;
    case "size":
      return largeValue(column);
    case "tie":
      // The value of a row that may be visible: equal places in every order.
      return random.pick(editor.rows(table.name))[column.name];
    case "throwing":
      if (cell?.field.kind === "textList") return '["broken';
      return cell?.field.kind === "enum" ? "NOBODY_KNOWS" : undefined;
    default:
      return otherValue(column, old, editor.rows(table.name), random);
  }
}

/** Whether a column of a visible row is hidden, or shown masked. */
function isHiddenColumn(
  { holder, world }: Sources,
  table: string,
  column: string,
  row: StoredRow,
): boolean {
  const cell = fieldOfColumn(table, column);
  if (!cell) return !placeColumns.includes(column) && column !== "voided";
  return sightOfColumn(cell, row, holder, world) !== "plain";
}

/** Money moved from one hidden cell to another, so that published sums stay. */
function movedSum(sources: Sources, random: Random): Mutation | null {
  const { table, column, group } = random.pick(summedColumns);
  const rows = sources.editor.rows(table);
  if (rows.length < 2) return null;
  const from = random.pick(rows);
  const year = (row: StoredRow): string =>
    String(row["signed_on"] ?? row["received_on"] ?? row["year"]).slice(0, 4);
  const others = rows.filter(
    (row) =>
      row !== from && year(row) === year(from) && group.every((name) => row[name] === from[name]),
  );
  if (others.length === 0) return null;
  const to = random.pick(others);
  const amount = BigInt(1 + random.below(1000));
  const [less, more] = [
    changed(sources, table, from, { [column]: String(BigInt(from[column] ?? 0) - amount) }),
    changed(sources, table, to, { [column]: String(BigInt(to[column] ?? 0) + amount) }),
  ];
  return less && more ? { kind: "sum", changes: [...less, ...more] } : null;
}
