import { denialOf } from "../../access/decision";
import { labels } from "../../access/label";
import { masks } from "../../access/mask";
import type { Mention } from "../../access/right";
import type { RowLimit } from "../../access/rights";
import { scopeFor } from "../../access/scope-predicate";
import type { Row } from "../../database/database";
import { snakeCase } from "../../database/names";
import { identifier, joinSql, sql, value, type Sql } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { modelOf } from "../../query/entity-model";
import type { Json } from "../canonical-json";
import type { Content } from "../change";
import type { Plain } from "../plain";
import type { RecordType } from "../record-type";
import { StatedSight, type StatedField } from "./stated-field";
import { statedLeaves, type StatedLeaf } from "./stated-leaves";

/** A statement about a record the caller reaches. */
export interface Statement {
  readonly type: RecordType;
  readonly recordId: string;
  readonly content: Content;
}

interface Told {
  readonly leaf: StatedLeaf;
  readonly sight: StatedSight;
}

/**
 * The values of a statement, each as the caller may read the field it is: plain, masked, or named
 * as withheld, stated or not, so that a withheld value never looks like a missing one. What the
 * caller may not know of is not named. Told to the access log under the names of those fields.
 */
export async function tellContent(
  context: HubContext,
  statement: Statement,
): Promise<Plain<StatedField>[]> {
  const { delivery } = context;
  const fields: Plain<StatedField>[] = [];
  for (const { leaf, sight } of await sightsOf(context, statement)) {
    if (sight === StatedSight.WITHHELD) {
      fields.push(withheld(leaf));
      continue;
    }
    const values = valuesOf(leaf, statement.content);
    delivery.count(leaf.named[0].coordinate, values.length);
    for (const [path, stated] of values) fields.push(told(leaf, sight, path, stated));
  }
  return fields;
}

async function sightsOf(context: HubContext, statement: Statement): Promise<Told[]> {
  const { rights } = context.caller;
  const limits = new Map<string, readonly RowLimit[]>();
  const asked = statedLeaves(statement.type).flatMap((leaf) => {
    const isUnknown = leaf.named.some(
      ({ coordinate: field, label }) =>
        !denialOf({ field, mention: "SELECT" }, label, rights).explainable,
    );
    if (isUnknown) return [];
    // Who reads plain may filter, too; who reads masked may only select.
    const [plain, masked] = (["FILTER", "SELECT"] as const).map((mention) =>
      limitsOf(leaf, mention, context),
    );
    for (const some of [plain, masked]) if (some) limits.set(JSON.stringify(some), some);
    return [{ leaf, plain, masked }];
  });
  const isAmong = await rowTests(context, statement, limits);
  return asked.map(({ leaf, plain, masked }) => {
    if (plain && isAmong(plain)) return { leaf, sight: StatedSight.PLAIN };
    const isMasked = masked && leaf.mask && isAmong(masked);
    return { leaf, sight: isMasked ? StatedSight.MASKED : StatedSight.WITHHELD };
  });
}

/** To which rows the mention is limited; null when it is allowed nowhere. */
function limitsOf(
  { named }: StatedLeaf,
  mention: Mention,
  { caller: { rights } }: HubContext,
): readonly RowLimit[] | null {
  if (!named.every(({ coordinate, label }) => rights.permits(coordinate, label, mention)))
    return null;
  return named.flatMap(({ coordinate, label }) => rights.rowsFor(coordinate, label, mention) ?? []);
}

/** Whether the record's row is among those of some limits; its subjects go to the access log. */
async function rowTests(
  { caller, database, delivery }: HubContext,
  { type, recordId, content }: Statement,
  limits: ReadonlyMap<string, readonly RowLimit[]>,
): Promise<(limits: readonly RowLimit[]) => boolean> {
  const { table, scope, keys, subject } = modelOf(type.entity);
  const subjects = [...keys].filter(([, target]) => modelOf(target()).subject !== null);
  const properties = ["id", ...subjects.map(([property]) => property)];
  const tests = [...limits].filter(([, some]) => some.length > 0);
  const columns: Sql[] = [
    ...properties.map((name) => sql`t.${identifier(snakeCase(name))} AS ${identifier(name)}`),
    ...tests.map(([, some], n) => {
      const among = scopeFor({ ...scope, existing: "TRUE" }, caller, "t", some);
      return sql`(${among}) AS ${identifier(`among${String(n)}`)}`;
    }),
  ];
  // Of what several state there is one row, which is not the record's own.
  const id = type.joint ? type.joint.id(content as never) : recordId;
  const [row] = await database.read(
    sql`SELECT ${joinSql(columns, ", ")} FROM ${identifier(table)} t WHERE t.id = ${value(id)}`,
  );
  const subjectKeys = subject !== null ? properties : properties.slice(1);
  if (row) delivery.rows({ delivers: [], subjectKeys }, [row]);
  const among = new Map(tests.map(([key], n) => [key, isTrue(row, `among${String(n)}`)]));
  return (some) => some.length === 0 || among.get(JSON.stringify(some)) === true;
}

function isTrue(row: Row | undefined, column: string): boolean {
  return row?.[column] === 1;
}

/** What was stated there, each value with its path. */
function valuesOf({ steps: [name, inner] }: StatedLeaf, content: Content): [string, Json][] {
  const stated = content[name] ?? null;
  if (inner === undefined) return itemsOf(`$.${name}`, stated);
  if (!Array.isArray(stated)) return [];
  return stated.flatMap((part, n) =>
    itemsOf(`$.${name}[${String(n)}].${inner}`, (part as Content)[inner] ?? null),
  );
}

function itemsOf(path: string, stated: Json): [string, Json][] {
  if (stated === null) return [];
  if (!Array.isArray(stated)) return [[path, stated]];
  return stated.map((item: Json, n) => [`${path}[${String(n)}]`, item]);
}

function told(
  { label, mask }: StatedLeaf,
  sight: StatedSight,
  path: string,
  stated: Json,
): Plain<StatedField> {
  const text = typeof stated === "string" ? stated : JSON.stringify(stated);
  const shown = sight === StatedSight.MASKED && mask ? masks[mask](text) : text;
  return { path, label, sight, value: shown, legalBasis: null, grantedBy: null };
}

function withheld({ label, steps }: StatedLeaf): Plain<StatedField> {
  const { legalBasis, owner } = labels[label];
  const sight = StatedSight.WITHHELD;
  return {
    path: `$.${steps.join("[].")}`,
    label,
    sight,
    value: null,
    legalBasis,
    grantedBy: owner,
  };
}
