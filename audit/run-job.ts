import { print } from "graphql";
import {
  askBoth,
  auditOrganisation,
  type AskedBefore,
  type AuditRun,
  type Told,
} from "./audit-organisation";
import { openPair } from "./audited-pair";
import { compareAnswers } from "./compare";
import type { AuditReport, Job, JobReport, ShownOperation } from "./jobs";
import type { Schemas } from "./operations/operations-of";
import type { Operation } from "./operations/operation";
import { runControl } from "./positive-control";
import { Random } from "./random";
import { shrink } from "./shrink";

const mistakesShownMax = 3;

/** Does one job in this process. */
export async function runJob(job: Job, schemas: Schemas): Promise<JobReport> {
  return job.kind === "audit" ? runAudit(job, schemas) : runControl(job, schemas);
}

async function runAudit(
  job: Extract<Job, { kind: "audit" }>,
  schemas: Schemas,
): Promise<AuditReport> {
  const random = new Random(job.seed).fork(job.pair.code);
  const { inclination } = job;
  const run = await openPair(job.pair, schemas, job.directory, { random, inclination });
  try {
    const outcome = await auditOrganisation({ ...run, count: job.operations });
    const { asked, answered, told, mistakes } = outcome;
    return {
      ...{ kind: "audit", code: job.pair.code, asked, answered },
      told: told && (job.shrinks ? await smallest(run, told) : asTold(told)),
      mistakes: mistakes.slice(0, mistakesShownMax).map(({ document }) => print(document)),
    };
  } finally {
    await run.close();
  }
}

async function smallest(
  { hubs, organisation }: Omit<AuditRun, "count">,
  { operation, after, difference }: Told,
): Promise<AuditReport["told"]> {
  let last = difference;
  const stillDiffers =
    (by: AskedBefore | null) =>
    async (smaller: Operation): Promise<boolean> => {
      const found = compareAnswers(...(await askBoth(hubs, organisation, smaller, by)));
      last = found ?? last;
      return found !== null;
    };
  // Most differences do not need the other caller.
  const alone = await stillDiffers(null)(operation);
  const by = alone ? null : after;
  const small = await shrink(operation, stillDiffers(by));
  return { operation: shown(small, by), difference: last };
}

function asTold({ operation, after, difference }: Told): AuditReport["told"] {
  return { operation: shown(operation, after), difference };
}

function shown(
  { document, variables, subgraph }: Operation,
  after: AskedBefore | null,
): ShownOperation {
  return {
    query: print(document),
    variables,
    subgraph: subgraph ?? null,
    after: after?.by.code ?? null,
  };
}
