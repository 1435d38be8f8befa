import { auditOrganisation } from "./audit-organisation";
import { databaseNow, openPair } from "./audited-pair";
import { usualInclination, type ControlReport, type Job } from "./jobs";
import type { Schemas } from "./operations/operations-of";
import { Random } from "./random";
import { readCatalogue } from "./worlds/catalogue";
import { connectTo, readWorld, writeDifference } from "./worlds/database-copy";
import { allSeeing } from "./worlds/grants";
import { organisationOf } from "./worlds/holder";
import { secondWorld } from "./worlds/second-world";

/** Few differences, so that noticing them takes more than luck. */
const mutationsOfPair = 25;
const operationsMax = 150;
/** Whose hidden data the pairs differ in. */
const hiddenFrom = [
  "DEMO-EM-3401",
  "DEMO-FI-3402",
  "DEMO-LF-3401",
  "DEMO-IN-A",
  "DEMO-SA-1",
  "DEMO-EN-1",
];

/**
 * The audit must not be content because it never looks: a caller who may see everything has to tell
 * small pairs of worlds apart by operations of the same kind.
 */
export async function runControl(
  { one, two, pairs, seed, directory }: Extract<Job, { kind: "control" }>,
  schemas: Schemas,
): Promise<ControlReport> {
  const connection = await connectTo(two);
  const catalogue = await readCatalogue(connection);
  const world = await readWorld(connection, catalogue);
  const random = new Random(seed).fork("control");
  const address = { code: allSeeing, one, two, live: false };
  const run = await openPair(address, schemas, directory, {
    random,
    inclination: usualInclination,
  });
  const missed: string[] = [];
  try {
    for (let n = 0; n < pairs; n++) {
      const code = hiddenFrom[n % hiddenFrom.length] ?? allSeeing;
      const { holder } = organisationOf(world, code, databaseNow);
      const second = secondWorld(world, holder, catalogue, {
        ...{ mutations: mutationsOfPair, random: random.fork(`pair ${String(n)}`) },
        ...{ callers: new Set([allSeeing, code]), publishedOnly: true },
      });
      await writeDifference(connection, catalogue, world, second.world);
      const outcome = await auditOrganisation({
        ...run,
        others: [run.organisation],
        count: operationsMax,
      });
      if (!outcome.told) missed.push(code);
      await writeDifference(connection, catalogue, second.world, world);
    }
  } finally {
    await run.close();
    await connection.end();
  }
  return { kind: "control", pairs, noticed: pairs - missed.length, missed };
}
