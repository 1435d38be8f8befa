import type { Rights } from "../../access/rights";
import { insurerSecrets } from "../../access/insurer-secrets";
import type { Words } from "../../access/words";
import type { Database } from "../../database/database";
import type { Sql } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import { disclosureLimits } from "../disclosure/disclosure-limits";
import type { Contributions } from "../disclosure/ledger";
import { exhaustedWords, protectedWords } from "../disclosure/publication-rule";
import { tellAnswer } from "../disclosure/tell-answer";
import { subjectKeyOf, type EntityModel, type FieldModel } from "../entity-model";
import type { AggregateRequest } from "./aggregate-request";
import { contributionsSql, type AggregateScope } from "./aggregate-sql";
import { storedText, type Cell, type FieldCell } from "./cell";
import { add, exact, zero, type Exact } from "./exact";
import type { Measure } from "./measure";

/** What disclosure control lets be told of one field. */
export interface Disclosed {
  /** By cell: its sum and how many values it has. */
  readonly cells: readonly FieldCell[];
  readonly isTold: readonly boolean[];
  readonly isTotalTold: boolean;
  /** Why the rest is not told. */
  readonly reason: Words;
}

/** Where the rows come from, and where it is remembered what was told of them. */
export interface DisclosureContext {
  readonly scope: AggregateScope;
  readonly run: (statement: Sql) => Promise<Record<string, unknown>[]>;
  readonly database: Database;
}

/** The fields among these figures that the rights do not let be read on every row: A. */
export function controlledFields(
  model: EntityModel,
  measures: readonly Measure[],
  rights: Rights,
): FieldModel[] {
  const fields = new Set(measures.map(({ field }) => field));
  return [...fields].filter(({ name, label }) => {
    const coordinate = `${model.name}.${name}`;
    if (!rights.permits(coordinate, label, "SELECT")) return true;
    const summed = rights.rowsFor(coordinate, label, "AGGREGATE");
    return JSON.stringify(rights.plainRows(coordinate, label)) !== JSON.stringify(summed);
  });
}

/** Sums up one controlled field from its rows, and judges which cells may be told. */
export async function disclosed(
  { scope, run, database }: DisclosureContext,
  request: AggregateRequest,
  cells: readonly Cell[],
  field: FieldModel,
): Promise<Disclosed> {
  const { model, caller, clock } = scope;
  const limit = disclosureLimits.rowsMax;
  const rows = await run(contributionsSql(scope, request.keys, field, limit + 1));
  if (rows.length > limit) throw new HubError("TOO_MANY_CONTRIBUTIONS", { limit });
  const known = new Map(cells.map(({ keys }, n) => [JSON.stringify(keys), n]));
  const sums = cells.map(() => zero);
  const present = cells.map(() => 0);
  const given = emptyContributions(model, field, rows.length, cells.length);
  let size = 0;
  for (const row of rows) {
    const keys = request.keys.map((_, n) => storedText(row[`key${String(n)}`]));
    // A group that has come up since the groups were read is not in this answer.
    const cell = known.get(JSON.stringify(keys));
    if (cell === undefined) continue;
    const value = exact(storedText(row["value"]) ?? "0");
    sums[cell] = add(sums[cell] ?? zero, value);
    present[cell] = (present[cell] ?? 0) + 1;
    given.digest[size] = Number(row["digest"]);
    given.enterprise[size] = Number(row["enterprise"]);
    given.insurer[size] = Number(row["insurer"]);
    given.value[size] = Number(value.units);
    given.cellOf[size] = cell + 1;
    size += 1;
  }
  const about = { organisationId: caller.organisationId, field: `${model.name}.${field.name}` };
  const judged = await tellAnswer(database, { ...about, today: clock.today }, cut(given, size));
  return {
    cells: sums.map((sum, cell) => fieldCellOf(sum, present[cell] ?? 0)),
    isTold: judged.isTold,
    isTotalTold: judged.isTotalTold,
    reason: judged.isExhausted ? exhaustedWords : protectedWords,
  };
}

function fieldCellOf(sum: Exact, present: number): FieldCell {
  return { present, sum, min: null, max: null, distinct: null };
}

function emptyContributions(
  model: EntityModel,
  { label }: FieldModel,
  rows: number,
  cells: number,
): Contributions {
  return {
    digest: new Float64Array(rows),
    enterprise: new Uint32Array(rows),
    insurer: new Uint32Array(rows),
    value: new Float64Array(rows),
    cellOf: new Uint16Array(rows),
    cells,
    isInsurerSecret: insurerSecrets.has(label) && subjectKeyOf(model, "INSURER") !== null,
  };
}

function cut(given: Contributions, size: number): Contributions {
  return {
    ...given,
    digest: given.digest.slice(0, size),
    enterprise: given.enterprise.slice(0, size),
    insurer: given.insurer.slice(0, size),
    value: given.value.slice(0, size),
    cellOf: given.cellOf.slice(0, size),
  };
}
