import { createConnection } from "mysql2/promise";
import { Database, connectionOptions } from "../../src/database/database";
import { renewStatistics } from "../../src/database/renew-statistics";
import { addHeads } from "./add-heads";
import { BulkLoad } from "./bulk-load";
import { callingEnterprises } from "./calling-enterprises";
import type { DemoOptions } from "./demo-options";
import { enterpriseStories } from "./generate";
import { addBudgets, addEvaluations, LedgerTotals } from "./rows-of-closing";
import { addInstitutions } from "./rows-of-institutions";
import { addOrganisations } from "./rows-of-organisations";
import { addReference } from "./rows-of-reference";
import { addStory, type StoryPart } from "./rows-of-story";
import { createWorld, type DemoWorld } from "./world";

/** The insurer whose data go in through the mutations, like those of a real one. */
export const submittingInsurer = "DEMO-IN-A";

export interface LoadOptions extends DemoOptions {
  readonly databaseUrl: string;
  /** Told a line every few seconds. */
  readonly log: (line: string) => void;
}

/** Rows per table, in the order in which they were first met. */
export type LoadedRows = ReadonlyMap<string, number>;

/**
 * Fills an empty database with reference tables, the demo, and organisations, these last: a
 * database that has them is complete. Throws, and writes nothing, when there are data already.
 * `withoutSubmitter` leaves out what the submitting insurer sends itself (insurer-files.ts) and
 * what belongs to that (see {@link loadSubmitterRest}).
 */
export async function loadDemo(
  options: LoadOptions & { readonly withoutSubmitter: boolean },
): Promise<LoadedRows> {
  await refuseData(options.databaseUrl);
  const world = createWorld(options);
  const leftOut = options.withoutSubmitter ? submittingInsurer : null;
  const demo = await loading(options, async (load) => {
    addReference(world.reference, load);
    addInstitutions(world, load);
    addEvaluations(world, load);
    const part: StoryPart =
      leftOut === null ? { kind: "all" } : { kind: "without", submitter: leftOut };
    const totals = await addStories(world, load, part, options.log);
    addBudgets(totals.budgets(world), leftOut, load);
  });
  await addHeads(options.databaseUrl);
  const organisations = await loading(options, (load) => {
    addOrganisations(world, callingEnterprises(world), load);
    return Promise.resolve();
  });
  return new Map([...demo, ...organisations]);
}

/**
 * Adds the submitting insurer's rows for which there is no mutation yet: endorsements, the injured
 * and the payments of claims. They refer to what its files bring, so it is to be
 * called after these; a second call adds nothing.
 */
export async function loadSubmitterRest(options: LoadOptions): Promise<LoadedRows> {
  const world = createWorld(options);
  const part: StoryPart = { kind: "rest of", submitter: submittingInsurer };
  const add = async (load: BulkLoad): Promise<void> => {
    await addStories(world, load, part, options.log);
  };
  return loading(options, add, true);
}

async function loading(
  { databaseUrl }: LoadOptions,
  work: (load: BulkLoad) => Promise<void>,
  onlyMissing = false,
): Promise<LoadedRows> {
  const load = await BulkLoad.open(databaseUrl, onlyMissing);
  try {
    await work(load);
    await load.commit();
  } finally {
    await load.close();
  }
  const database = new Database(databaseUrl);
  try {
    await renewStatistics(database, load.rowsByTable.keys());
  } finally {
    await database.close();
  }
  return load.rowsByTable;
}

const STORIES_PER_BREATH = 50;
const PROGRESS_MILLISECONDS = 3_000;

async function addStories(
  world: DemoWorld,
  load: BulkLoad,
  part: StoryPart,
  log: (line: string) => void,
): Promise<LedgerTotals> {
  const totals = new LedgerTotals();
  const began = performance.now();
  let saidAt = began;
  let told = 0;
  for (const story of enterpriseStories(world)) {
    addStory(world, story, load, part);
    totals.add(story);
    told += 1;
    if (told % STORIES_PER_BREATH !== 0) continue;
    await load.room();
    const now = performance.now();
    if (now - saidAt < PROGRESS_MILLISECONDS) continue;
    saidAt = now;
    log(progress(told, world.options.enterprises, load.rows, now - began));
  }
  return totals;
}

function progress(told: number, all: number, rows: number, milliseconds: number): string {
  const rate = Math.round((rows * 1_000) / milliseconds).toLocaleString("en");
  const left = Math.round((milliseconds * (all - told)) / told / 1_000);
  const percent = Math.floor((100 * told) / all);
  const count = rows.toLocaleString("en");
  return `演示数据 Demo ${percent} %: ${count} rows, ${rate}/s, ${left} s left`;
}

const TABLES_TO_BE_EMPTY = ["organisation", "region", "insurer", "enterprise", "policy"];

/** Demo data among real ones could never be told apart again. */
async function refuseData(databaseUrl: string): Promise<void> {
  const connection = await createConnection(connectionOptions(databaseUrl));
  try {
    for (const table of TABLES_TO_BE_EMPTY) {
      const [rows] = await connection.query(`SELECT 1 FROM ${table} LIMIT 1`);
      if (Array.isArray(rows) && rows.length > 0)
        throw new Error(
          `数据库不为空（${table}），未写入任何数据 The database is not empty (${table}): demo data ` +
            "go into an empty one only, nothing was written",
        );
    }
  } finally {
    await connection.end();
  }
}
