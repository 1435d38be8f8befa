import { allModels } from "../../src/query/entity-model";
import type { OracleHolder } from "../../test/oracle/visible-cells";
import { reaches, type StoredRow, type World } from "../../test/oracle/visible-rows";
import type { Random } from "../random";
import type { Catalogue } from "./catalogue";
import { WorldEditor, type Mutation } from "./editor";
import { propose, type Sources } from "./propose";
import { readsFee, summedColumns } from "./declassified";
import { differences, viewOf } from "./view";

/** Proposals that are checked together; when one shows, halves are tried. */
const batchMax = 60;
const proposalsPerMutation = 30;

/** A world that differs from another only in what one organisation may not see. */
export interface SecondWorld {
  readonly world: World;
  readonly mutations: readonly Mutation[];
}

const summed = new Set(summedColumns.map(({ table }) => table));

/** Tables that are equal in both worlds, and why. */
const leftAlone: ReadonlyMap<string, string> = new Map([
  ["access_grant", "a grant changes what its holder may see, and the policy version of everybody"],
  ["access_grant_event", "counted into the policy version every decision names"],
]);

export interface SecondWorldOptions {
  readonly mutations: number;
  readonly random: Random;
  /** Codes of organisations that sign in: their registry rows are equal in both worlds. */
  readonly callers: ReadonlySet<string>;
  /** Leaves the submission engine's own tables alone: nobody sees them. */
  readonly publishedOnly?: boolean;
}

/** Builds a second world by random mutations that leave the holder's view as it is. */
export function secondWorld(
  world: World,
  holder: OracleHolder,
  catalogue: Catalogue,
  options: SecondWorldOptions,
): SecondWorld {
  const { random, callers } = options;
  const editor = new WorldEditor(world, catalogue);
  const view = viewOf(world, holder, catalogue);
  const sources: Sources = {
    ...{ editor, holder, world, view, tables: tablesOf(world, options) },
    isLeftAlone: (table, row) =>
      leftAlone.has(table) ||
      (table === "organisation" && callers.has(String(row["code"]))) ||
      isOneSubmissionAway(table, row, holder),
    isSummed: (table, row) =>
      summed.has(table) && reaches(table, row, holder, world) && readsFee(holder, world),
  };
  const done: Mutation[] = [];
  for (let tries = options.mutations * proposalsPerMutation; tries > 0;) {
    const wanted = Math.min(batchMax, options.mutations - done.length);
    if (wanted <= 0) break;
    const batch: Mutation[] = [];
    for (; batch.length < wanted && tries > 0; tries--) {
      const mutation = propose(sources, random);
      if (mutation && editor.apply(mutation)) batch.push(mutation);
    }
    for (const mutation of [...batch].reverse()) editor.revert(mutation);
    done.push(
      ...unnoticed(editor, batch, (now) => differences(view, viewOf(now, holder, catalogue))),
    );
  }
  return { world: editor.world(), mutations: done };
}

/**
 * Applies the mutations that together leave the view as it is. Those that changed a row which shows
 * are left out at once; for what shows elsewhere, halves are tried.
 */
function unnoticed(
  editor: WorldEditor,
  batch: readonly Mutation[],
  shown: (world: World) => ReadonlySet<string>,
): Mutation[] {
  const applied = batch.filter((mutation) => editor.apply(mutation));
  if (applied.length === 0) return [];
  const places = shown(editor.world());
  if (places.size === 0) return applied;
  for (const mutation of [...applied].reverse()) editor.revert(mutation);
  if (applied.length === 1) return [];
  const innocent = applied.filter(
    ({ changes }) => !changes.some(({ table, key }) => places.has(`${table} ${key}`)),
  );
  if (innocent.length < applied.length) return unnoticed(editor, innocent, shown);
  const half = applied.length >> 1;
  return [
    ...unnoticed(editor, applied.slice(0, half), shown),
    ...unnoticed(editor, applied.slice(half), shown),
  ];
}

/** Small tables as often as large ones: there are few claims and many receipts. */
function tablesOf(world: World, { publishedOnly }: SecondWorldOptions): string[] {
  const published: ReadonlySet<string> = new Set(allModels().map(({ table }) => table));
  return Object.entries(world).flatMap(([name, rows]) => {
    const isWanted = published.has(name) || publishedOnly !== true;
    return rows.length > 0 && isWanted && !leftAlone.has(name) ? [name] : [];
  });
}

/**
 * What an insurer learns of by a submission of its own: experts nobody registered, as soon as it
 * commissions their agency; and its own records, which its receipts speak of though it voided them.
 */
function isOneSubmissionAway(table: string, row: StoredRow, holder: OracleHolder): boolean {
  if (holder.type !== "INSURER") return false;
  const isFreeExpert = table === "expert" && row["insurer_id"] === null;
  return isFreeExpert || (row["insurer_id"] === holder.insurerId && row["voided"] === 1);
}
