import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKeys } from "./hubs";
import { usualInclination, type AuditReport, type ControlReport, type Job } from "./jobs";
import type { Leak } from "./leaks/leak";
import { leakNamed, leaks } from "./leaks/leaks";
import type { AuditOptions } from "./options";
import { PairMaker } from "./pair-maker";
import { Random } from "./random";
import { inParallel, Worker } from "./workers";
import { baseWorld } from "./worlds/base-world";
import { holdersOfGrants } from "./worlds/grants";

/** One organisation of every type, and those with grants (the sector regulator is one of them). */
export const auditedOrganisations = [
  "DEMO-EM-3401",
  "DEMO-FI-34",
  "DEMO-LF-34",
  "DEMO-IN-A",
  "DEMO-SA-1",
  "DEMO-EN-1",
  "DEMO-AS-34",
  ...holdersOfGrants,
] as const;

/** The share of pairs the all-seeing caller must tell apart. */
export const noticedShareMin = 0.9;

/** What became of one leak. */
export interface LeakReport {
  readonly name: string;
  /** After how many operations it was caught, and by whom; null when nobody noticed. */
  readonly caught: { readonly asked: number; readonly code: string } | null;
  /** Why the leak could not be tried, if so. */
  readonly failure: string | null;
}

export interface AuditResult {
  readonly seed: number;
  readonly organisations: readonly AuditReport[];
  readonly control: ControlReport | null;
  readonly leaks: readonly LeakReport[];
}

/** Told of everything as it is known. */
export interface Listener {
  organisation(report: AuditReport): void;
  control(report: ControlReport): void;
  leak(report: LeakReport): void;
}

const workersMax = 3;
const demoSeed = 7;

/** The whole audit on a MariaDB server; databases are named after `prefix` and dropped at the end. */
export async function runAudit(
  server: string,
  prefix: string,
  options: AuditOptions,
  listener: Listener,
): Promise<AuditResult> {
  const directory = mkdtempSync(join(tmpdir(), "anzehub-audit-"));
  const base = await baseWorld(server, prefix, demoSeed);
  const pairs = new PairMaker(server, base, new Random(options.seed));
  const clean: Worker[] = [];
  try {
    await makeKeys(join(directory, "keys"));
    const audit = new Audit(pairs, options, directory, clean, listener);
    const codes = options.organisations ?? auditedOrganisations;
    const wanted = options.leaks?.map(leakNamed) ?? leaks;
    const organisations: AuditReport[] = [];
    const found: LeakReport[] = [];
    let control: ControlReport | null = null;
    const tasks = [
      ...(options.pairs > 0 ? [async () => void (control = await audit.control())] : []),
      ...codes.map((code) => async () => void organisations.push(await audit.organisation(code))),
      ...wanted.map((leak) => async () => void found.push(await audit.leak(leak))),
    ];
    await inParallel(tasks, workersMax, (task) => task());
    return { seed: options.seed, organisations, control, leaks: found };
  } finally {
    for (const worker of clean) worker.stop();
    await pairs.drop();
    await base.connection.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The parts of one audit. */
class Audit {
  private readonly idle: Worker[] = [];
  private readonly keys: string;

  constructor(
    private readonly pairs: PairMaker,
    private readonly options: AuditOptions,
    private readonly directory: string,
    private readonly clean: Worker[],
    private readonly listener: Listener,
  ) {
    this.keys = join(directory, "keys");
  }

  async organisation(code: string): Promise<AuditReport> {
    const pair = await this.pairs.pair(code, code.startsWith("DEMO-IN-"));
    const report = await this.withCleanWorker({
      ...{ kind: "audit", pair, operations: this.options.operations },
      ...{ shrinks: true, inclination: usualInclination },
      ...{ seed: this.options.seed, directory: this.keys },
    });
    if (report.kind !== "audit") throw new Error("another job was reported");
    this.listener.organisation(report);
    return report;
  }

  async control(): Promise<ControlReport> {
    const { pairs, seed } = this.options;
    const [one, two] = [await this.pairs.copy("one"), await this.pairs.copy("control")];
    const job: Job = { kind: "control", one, two, pairs, seed, directory: this.keys };
    const report = await this.withCleanWorker(job);
    if (report.kind !== "control") throw new Error("another job was reported");
    this.listener.control(report);
    return report;
  }

  async leak(leak: Leak): Promise<LeakReport> {
    const report = await this.tryLeak(leak);
    this.listener.leak(report);
    return report;
  }

  private async tryLeak({ name, organisations: codes, inclination }: Leak): Promise<LeakReport> {
    const worker = Worker.start(this.directory, name);
    const { seed, leakOperations } = this.options;
    try {
      for (const code of codes) {
        const pair = await this.pairs.pair(code, false);
        const report = await worker.run({
          ...{ kind: "audit", pair, operations: Math.ceil(leakOperations / codes.length) },
          ...{ shrinks: false, inclination: { ...usualInclination, ...inclination } },
          ...{ seed, directory: this.keys },
        });
        if (report.kind === "audit" && report.told)
          return { name, caught: { asked: report.asked, code }, failure: null };
      }
      return { name, caught: null, failure: null };
    } catch (error) {
      return {
        name,
        caught: null,
        failure: error instanceof Error ? error.message : String(error),
      };
    } finally {
      worker.stop();
    }
  }

  private async withCleanWorker(job: Job): Promise<Awaited<ReturnType<Worker["run"]>>> {
    let worker = this.idle.pop();
    if (!worker) {
      worker = Worker.start(this.directory);
      this.clean.push(worker);
    }
    const report = await worker.run(job);
    this.idle.push(worker);
    return report;
  }
}
