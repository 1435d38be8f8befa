import type { OrganisationType } from "../access/organisation-type";
import type { Row, Transaction } from "../database/database";
import type { Sql, SqlValue } from "../database/sql";
import type { EntityClass } from "../query/entity-model";
import type { RequestClock } from "../query/select";
import type { InputClass } from "./fields/record-shape";
import type { RecordEnvelope } from "./fields/record-input";
import type { Json } from "./canonical-json";
import type { IdentityDigests } from "./identity-digests";
import type { JointThing } from "./joint/joint-thing";
import type { Rule } from "./rule";

/** Values of a table row by property name, as the database takes them. */
export type StoredRow = Readonly<Record<string, SqlValue>>;

/**
 * That records of a type refer to others, by a key from which the other's id follows. While one is
 * missing, the record waits under the rule, or is rejected when the rule says so; without a rule it
 * does neither.
 */
export interface Reference<R> {
  /** Answers to {@link RecordType.row} under this name. */
  readonly name: string;
  readonly rule: Rule<ReferenceExample> | null;
  /** JSON path of the key in the record. */
  readonly path: string;
  target(): EntityClass;
  /** The ids the record refers to; none when it names nothing. `owner` is whose record it is. */
  ids(record: R, owner: string): readonly string[];
  /**
   * For rows that an owner need not know of: SQL over the row `p`. One that its owner does not know
   * of is missing, in the same words. What was known once stays so, or arrival would decide.
   */
  knownTo?(owner: string): Sql;
  /**
   * True where the other names the record as well: one that waits for nothing but this record is
   * there, too, and is taken up in the same transaction. Otherwise each would wait for the other.
   */
  readonly mutual?: boolean;
  /** Whether the row is one the record can mean, e.g. a code in force on its day. */
  fits?(record: R, row: Row): boolean;
  /** Properties of the row that `fits` asks for. */
  readonly reads?: readonly string[];
  /** The property that holds the id; null when parts hold it. */
  readonly property: string | null;
  /** Own property → the referred row's property it is copied from, and kept equal to. */
  readonly copies: Readonly<Record<string, string>>;
}

/** The subject of a waiting rule: whether what is named is there. */
export interface ReferenceExample {
  readonly named: boolean;
  readonly exists: boolean;
}

/** Rows of another table that belong to a record and are replaced with it. */
export interface PartRows<R> {
  entity(): EntityClass;
  /** The part's property with the record's id. */
  readonly property: string;
  /** Properties that the part has from the record's row, and keeps equal to it. */
  readonly copies: readonly string[];
  /** Besides those: what each part of this record holds; always the same properties. */
  rows(record: R, sources: RowSources): readonly StoredRow[];
}

/** What {@link RecordType.row} and parts are made from. */
export interface RowSources {
  readonly recordId: string;
  readonly owner: string;
  readonly sourceKey: string;
  readonly version: number;
  /** Rows referred to, by the name of the reference. */
  readonly parents: Readonly<Record<string, Row | undefined>>;
  /** Whether a row that may be missing was found. */
  has(id: string): boolean;
}

/** What follows from records of a type in rows of other records, e.g. the state of a hazard. */
export interface Consequence {
  /** The rows it follows in; locked and noted as changed before `derive`. */
  entity(): EntityClass;
  /** `SELECT id`: those rows of these records, asked before and after the records are stored. */
  of(recordIds: readonly string[]): Sql;
  /** Derives them anew from all there is, so that the order of arrival does not matter. */
  derive(transaction: Transaction, ids: readonly string[]): Promise<void>;
}

/** Everything the engine knows about one kind of record. Declared by its domain module. */
export interface RecordType<R extends RecordEnvelope = RecordEnvelope> {
  /** How files, versions and receipts name it, e.g. `policy`. */
  readonly name: string;
  /** Name of its mutation, e.g. `submitPolicies`. */
  readonly mutation: string;
  /** The organisation types that may submit it. */
  readonly submitters: readonly OrganisationType[];
  readonly entity: EntityClass;
  /** The property that says whose the row is: `insurerId`, unless something else is said. */
  readonly owner?: string;
  /** For what several may state: how one row follows from what all of them stated. */
  readonly joint?: JointThing<R>;
  /** Fields with which a record of an authority says where it belongs: within its own remit only. */
  readonly remit?: {
    readonly region: (keyof R & string) | null;
    readonly sector: (keyof R & string) | null;
  };
  readonly input: InputClass;
  /** Money fields whose totals the submitter declares. */
  readonly sums: readonly string[];
  /** The field with the day or instant the record is about; without it, the day it is received. */
  readonly businessDay?: string;
  readonly references: readonly Reference<R>[];
  readonly rules: readonly Rule<R>[];
  /** A record that meets every rule: the start of examples and of documentation. */
  readonly example: R;
  /** Columns that are neither fields of the record nor copied from what it refers to. */
  row?(record: R, sources: RowSources): StoredRow;
  /** Rows of other tables that belong to the record. */
  readonly parts?: readonly PartRows<R>[];
  /**
   * For ledgers, whose rows stay as they are: what voiding adds, instead of hiding the row. Such
   * records cannot be amended, corrected or reinstated.
   */
  mirror?(row: StoredRow, sources: RowSources, clock: RequestClock): StoredRow;
  /** What is kept instead of fields that are not to be kept as stated; null: nothing. */
  seal?(record: R, digests: IdentityDigests): Readonly<Record<string, Json>>;
  /** What follows from its records elsewhere. */
  readonly consequences?: readonly Consequence[];
  /** Until which day a record may wait for another. */
  waitsUntil(read: (statement: Sql) => Promise<Row[]>, clock: RequestClock): Promise<string>;
}

const byName = new Map<string, RecordType>();

/** Registers a record type, so that what waits can be resumed by whoever it waits for. */
export function defineRecordType<R extends RecordEnvelope>(
  type: RecordType<R> & { readonly sums: readonly (keyof R & string)[] },
): RecordType {
  if (byName.has(type.name)) throw new Error(`record type ${type.name} is declared twice`);
  // What the engine passes to it was read by its own input class, hence is an R.
  const erased = type as unknown as RecordType;
  byName.set(type.name, erased);
  return erased;
}

/** The record type of that name; throws when there is none. */
export function recordTypeNamed(name: string): RecordType {
  const type = byName.get(name);
  if (!type) throw new Error(`no record type ${name}`);
  return type;
}

/** All record types. */
export function recordTypes(): readonly RecordType[] {
  return [...byName.values()];
}
