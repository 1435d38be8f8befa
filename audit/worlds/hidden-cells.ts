import { snakeCase } from "../../src/database/names";
import { allModels, type EntityModel, type FieldModel } from "../../src/query/entity-model";
import { sightOf, type OracleHolder, type Sight } from "../../test/oracle/visible-cells";
import type { StoredRow, World } from "../../test/oracle/visible-rows";

/** A column of an entity's table as the graph publishes it, or null for a private one. */
export interface CellInfo {
  readonly model: EntityModel;
  readonly field: FieldModel;
}

/** Which field of the graph a column is. */
export function fieldOfColumn(table: string, column: string): CellInfo | null {
  return fields().get(`${table}.${column}`) ?? null;
}

let known: ReadonlyMap<string, CellInfo> | null = null;

function fields(): ReadonlyMap<string, CellInfo> {
  known ??= new Map(
    allModels().flatMap((model) =>
      [...model.fields.values()]
        .filter(({ expression }) => expression === null)
        .map((field) => [`${model.table}.${snakeCase(field.name)}`, { model, field }] as const),
    ),
  );
  return known;
}

/** How the organisation sees a published column of this row. */
export function sightOfColumn(
  { model, field }: CellInfo,
  row: StoredRow,
  holder: OracleHolder,
  world: World,
): Sight {
  const coordinate = `${model.name}.${field.name}`;
  return sightOf({ table: model.table, row, coordinate, label: field.label }, holder, world);
}
