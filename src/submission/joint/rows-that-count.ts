import type { Row, Transaction } from "../../database/database";
import { snakeCase } from "../../database/names";
import { sql, valueList } from "../../database/sql";
import { modelOf } from "../../query/entity-model";
import type { Json } from "../canonical-json";
import type { Content } from "../change";
import { deriveRow, type Derivable } from "../derive-row";
import { RecordAction } from "../record-action";
import type { RecordType, StoredRow } from "../record-type";
import type { JointThing } from "./joint-thing";
import type { Loaded } from "./keep-loaded";

/** A row by its columns, with its parts by their table. */
export interface JointRows {
  readonly row: Row;
  readonly parts: ReadonlyMap<string, readonly Row[]>;
  /** As the hub was loaded with it: all columns of the table. */
  readonly loaded: boolean;
}

/** One statement, as it was read: what is stated, and whose it is. */
interface Statement {
  readonly row: Row;
  readonly content: Content;
  readonly loaded: Loaded | null;
}

/** Of each thing the row that follows from all its statements. */
export async function rowsThatCount(
  transaction: Transaction,
  type: RecordType,
  joint: JointThing<never>,
  ids: readonly string[],
): Promise<JointRows[]> {
  const rows = await transaction.query(
    sql`SELECT s.*, v.payload, v.source_key FROM joint_statement s
      LEFT JOIN record_version v ON v.record_id = s.record_id AND v.version = s.version
      WHERE s.thing_id IN (${valueList(ids)})
      ORDER BY s.thing_id, s.voided, s.standing, s.as_of DESC, s.record_id`,
  );
  const byThing = new Map<string, Statement[]>();
  for (const row of rows) {
    const id = row["thing_id"] as string;
    byThing.set(id, [...(byThing.get(id) ?? []), readStatement(row)]);
  }
  return [...byThing].flatMap(([id, statements]) => {
    const [first, ...others] = statements;
    return first ? [rowOf(type, joint, id, first, others)] : [];
  });
}

function readStatement(row: Row): Statement {
  const loaded = row["loaded"] as string | null;
  const payload = row["payload"] as string | null;
  return {
    row,
    content: JSON.parse(payload ?? "{}") as Content,
    loaded: loaded === null ? null : (JSON.parse(loaded) as Loaded),
  };
}

function rowOf(
  type: RecordType,
  joint: JointThing<never>,
  id: string,
  first: Statement,
  others: readonly Statement[],
): JointRows {
  if (first.loaded)
    return {
      row: first.loaded.row,
      parts: new Map(Object.entries(first.loaded.parts)),
      loaded: true,
    };
  const content = filledFrom(joint, first, others);
  const isVoid = first.row["voided"] === 1;
  const statement: Derivable = {
    recordId: id,
    owner: first.row["owner_id"] as string,
    sourceKey: first.row["source_key"] as string,
    version: first.row["version"] as number,
    action: isVoid ? RecordAction.VOID : RecordAction.NEW,
    content,
  };
  const { row, sources } = deriveRow(type, statement, new Map());
  const parts = (type.parts ?? []).map((part) => {
    const own = isVoid ? [] : part.rows(content as never, sources);
    const rows = own.map((one) => columnsOf({ [part.property]: id, ...one }));
    return [modelOf(part.entity()).table, rows] as const;
  });
  return { row: columnsOf({ ...joint.kept, ...row }), parts: new Map(parts), loaded: false };
}

/** The content that counts, with what its owner may not state taken from the next who states it. */
function filledFrom(
  joint: JointThing<never>,
  first: Statement,
  others: readonly Statement[],
): Content {
  const filled: Record<string, Json> = { ...first.content };
  const valid = others.filter(({ row }) => row["voided"] !== 1);
  for (const name of joint.filled) {
    const from = [first, ...valid].find((one) => statedIn(one, name) !== null);
    if (from) filled[name] = statedIn(from, name);
  }
  return filled;
}

function statedIn({ content, loaded }: Statement, name: string): Json {
  return content[name] ?? (loaded?.row[snakeCase(name)] as Json | undefined) ?? null;
}

function columnsOf(row: StoredRow): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
}
