import { instantToDatabase } from "../database/calendar";
import type { Row } from "../database/database";
import type { SqlValue } from "../database/sql";
import { modelOf, type FieldKind } from "../query/entity-model";
import type { Json } from "./canonical-json";
import type { Change } from "./change";
import { shapeOf, type FieldShape } from "./fields/record-shape";
import { parentOf, parentsOf, type Parents } from "./parents";
import { RecordAction } from "./record-action";
import type { RecordType, RowSources, StoredRow } from "./record-type";

/** What a row is derived from: a change, or a statement that counts. */
export type Derivable = Pick<
  Change,
  "recordId" | "owner" | "sourceKey" | "content" | "version" | "action"
>;

/** The rows that follow from an accepted change. */
export interface DerivedRows {
  readonly row: StoredRow;
  readonly sources: RowSources;
}

/**
 * The current-state row of a change: its fields by name, what it refers to, what is copied from
 * there, and what its type adds. Always the same columns for one type.
 */
export function deriveRow(type: RecordType, change: Derivable, parents: Parents): DerivedRows {
  const { recordId, owner, sourceKey, content } = change;
  const named: Record<string, Row | undefined> = {};
  const sources: RowSources = {
    recordId,
    owner,
    sourceKey,
    version: change.version ?? 0,
    parents: named,
    has: (id) => parents.has(id),
  };
  const row: Record<string, SqlValue> = { id: recordId };
  if (!type.joint) row[type.owner ?? "insurerId"] = owner;
  for (const field of storedFields(type))
    row[field.name] = toDatabase(field.kind, content[field.name]);
  copyParents(type, change, parents, row, named);
  if (type.row) Object.assign(row, type.row(content as never, sources));
  row["version"] = sources.version;
  if (!type.mirror) row["voided"] = change.action === RecordAction.VOID ? 1 : 0;
  return { row, sources };
}

function copyParents(
  type: RecordType,
  change: Derivable,
  parents: Parents,
  row: Record<string, SqlValue>,
  named: Record<string, Row | undefined>,
): void {
  for (const { property, copies } of type.references) {
    if (property) row[property] = null;
    for (const own of Object.keys(copies)) row[own] ??= null;
  }
  for (const one of parentsOf(type, change)) {
    const { reference, id } = one;
    const parent = parentOf(parents, one);
    named[reference.name] = parent;
    if (reference.property) row[reference.property] = id;
    for (const [own, theirs] of Object.entries(reference.copies))
      row[own] = (parent?.[theirs] as SqlValue | undefined) ?? row[own] ?? null;
  }
}

const storedByType = new Map<RecordType, readonly FieldShape[]>();

/** Fields of the record that are columns of the row under the same name. */
function storedFields(type: RecordType): readonly FieldShape[] {
  let fields = storedByType.get(type);
  if (!fields) {
    const model = modelOf(type.entity);
    const isColumn = ({ name }: FieldShape): boolean =>
      model.fields.has(name) && model.fields.get(name)?.expression === null;
    const sourceKey: FieldShape = {
      name: "sourceKey",
      kind: "text",
      label: model.label,
      nullable: false,
      description: "",
    };
    fields = [sourceKey, ...shapeOf(type.input)].filter(isColumn);
    storedByType.set(type, fields);
  }
  return fields;
}

/** A value of the API as its column takes it. */
export function toDatabase(
  kind: FieldKind | "records",
  value: Json | undefined,
): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  if (typeof value === "string") return kind === "instant" ? instantToDatabase(value) : value;
  return JSON.stringify(value);
}
