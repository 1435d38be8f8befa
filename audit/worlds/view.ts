import { snakeCase } from "../../src/database/names";
import { allModels, type EntityModel } from "../../src/query/entity-model";
import { sightOf, specifiedMasks, type OracleHolder } from "../../test/oracle/visible-cells";
import { reaches, type StoredRow, type World } from "../../test/oracle/visible-rows";
import type { Catalogue } from "./catalogue";
import { declassifiedFeeSums, labelOfTheRun } from "./declassified";
import { bookkeepingOf } from "./bookkeeping";

/** Everything one organisation may know of a world: by row, what of it, as text. */
export type View = ReadonlyMap<string, string>;

/**
 * What the specification lets an organisation see of a world. Two worlds with equal views must be
 * answered alike, whatever is asked. Rows come from test/oracle/visible-rows.ts, cells and masks
 * from test/oracle/visible-cells.ts; of src it uses only what a field is labelled.
 */
export function viewOf(world: World, holder: OracleHolder, catalogue: Catalogue): View {
  const view = new Map<string, string>();
  const visible = new Set<string>();
  const seen: { model: EntityModel; row: StoredRow }[] = [];
  for (const model of allModels().filter(({ label }) => label !== labelOfTheRun))
    for (const row of world[model.table] ?? []) {
      const cell = { table: model.table, row, coordinate: `${model.name}.id`, label: model.label };
      if (sightOf(cell, holder, world) === "hidden" && !seesAnyField(model, row, holder, world))
        continue;
      visible.add(String(row["id"]));
      seen.push({ model, row });
    }
  for (const { model, row } of seen)
    view.set(
      `${model.table} ${String(row["id"])}`,
      JSON.stringify(cellsOf({ model, row }, { holder, world, visible, catalogue })),
    );
  for (const [key, text] of declassifiedFeeSums(world, holder)) view.set(key, text);
  for (const [key, text] of bookkeepingOf(world, holder)) view.set(key, text);
  return view;
}

/** A grant may show a field of rows whose own label is not shown. */
function seesAnyField(
  { name, table, fields }: EntityModel,
  row: StoredRow,
  holder: OracleHolder,
  world: World,
): boolean {
  if (holder.grants.length === 0 || row["voided"] === 1) return false;
  return [...fields.values()].some(
    (field) =>
      holder.grants.some(({ on }) =>
        "field" in on ? on.field === `${name}.${field.name}` : on.label === field.label,
      ) &&
      sightOf(
        { table, row, coordinate: `${name}.${field.name}`, label: field.label },
        holder,
        world,
      ) !== "hidden",
  );
}

/** Columns a row is reached by; whoever sees the row may know them from its enterprise. */
export const placeColumns: readonly string[] = ["region_code", "sector", "enterprise_sector"];

function cellsOf(
  { model, row }: { model: EntityModel; row: StoredRow },
  seen: {
    holder: OracleHolder;
    world: World;
    visible: ReadonlySet<string>;
    catalogue: Catalogue;
  },
): unknown[] {
  const { holder, world, visible, catalogue } = seen;
  const cells: unknown[] = [];
  for (const field of model.fields.values()) {
    if (field.expression !== null) continue;
    const coordinate = `${model.name}.${field.name}`;
    const sight = sightOf(
      { table: model.table, row, coordinate, label: field.label },
      holder,
      world,
    );
    const stored = row[snakeCase(field.name)] ?? null;
    if (sight === "plain") cells.push([field.name, stored]);
    if (sight === "masked") cells.push([field.name, "masked", maskedCell(stored, field)]);
  }
  for (const column of catalogue.get(model.table)?.references.keys() ?? []) {
    const target = row[column];
    // A reference to a row that is not there for the caller is no reference.
    cells.push([column, target !== null && visible.has(String(target)) ? target : null]);
  }
  for (const column of placeColumns) if (column in row) cells.push([column, row[column]]);
  return cells;
}

function maskedCell(
  stored: string | number | null,
  field: { mask: string | null; kind: string },
): unknown {
  if (stored === null) return null;
  const mask = specifiedMasks[field.mask ?? ""];
  if (!mask) return stored;
  if (field.kind !== "textList") return mask(String(stored));
  return listIn(String(stored))?.map((item) => mask(item)) ?? stored;
}

/** The items of a stored list; null when a mutation of the world broke it, which is to be seen. */
function listIn(stored: string): string[] | null {
  try {
    return JSON.parse(stored) as string[];
  } catch {
    return null;
  }
}

/** Rows of a table that the organisation reaches, whatever it may see of them. */
export function reached(world: World, table: string, holder: OracleHolder): StoredRow[] {
  return (world[table] ?? []).filter((row) => reaches(table, row, holder, world));
}

/** The first place where two views differ, or null. */
export function firstDifference(a: View, b: View): string | null {
  for (const [key, text] of a) if (b.get(key) !== text) return key;
  for (const key of b.keys()) if (!a.has(key)) return key;
  return null;
}

/** Every place where two views differ. */
export function differences(a: View, b: View): Set<string> {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return new Set([...keys].filter((key) => a.get(key) !== b.get(key)));
}
