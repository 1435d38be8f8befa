import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { DemoOptions } from "./demo-options";
import { tellEnterprise } from "./generate";
import { submittingInsurer } from "./load-demo";
import { budgetLine, recordsOf, type RecordLine } from "./records-of-story";
import { LedgerTotals } from "./rows-of-closing";
import { createWorld } from "./world";

/** What is sent, parents before what refers to them; the names are those of `hub submit`. */
const sentTypes = [
  ["policy", "policies"],
  ["premiumReceipt", "premium-receipts"],
  ["servicePlan", "service-plans"],
  ["serviceRecord", "service-records"],
  ["hazard", "hazards"],
  ["feeEntry", "fee-entries"],
  ["claim", "claims"],
] as const;

const FILE_NAME = /^\d+-[a-z-]+\.ndjson$/;

/**
 * Writes the submitting insurer's two years as its own system would send them: one NDJSON file per
 * record type, each line a record with its type. With them and what `loadDemo` loads without the
 * submitter, the hub holds what it holds when all is loaded. Answers the paths, in their order.
 */
export function writeInsurerFiles(
  options: DemoOptions & { readonly directory: string },
): Promise<string[]> {
  const { directory } = options;
  const world = createWorld(options);
  const submitter = world.insurers.find(({ orgCode }) => orgCode === submittingInsurer);
  mkdirSync(directory, { recursive: true });
  for (const path of insurerFilesIn(directory)) rmSync(path);
  const files = new Map(
    sentTypes.map(([type, name], n) => [
      type as string,
      new LineFile(type, join(directory, `${n + 1}-${name}.ndjson`)),
    ]),
  );
  const totals = new LedgerTotals();
  for (let index = 0; index < options.enterprises; index += 1) {
    if (world.assignments.of(index).insurer !== submitter?.index) continue;
    const story = tellEnterprise(world, index);
    totals.add(story);
    for (const policy of story.policies)
      for (const [type, line] of recordsOf(story, policy)) files.get(type)?.write(line);
  }
  for (const budget of totals.budgets(world)) files.get("feeEntry")?.write(budgetLine(budget));
  for (const file of files.values()) file.finish();
  return Promise.resolve(insurerFilesIn(directory));
}

/** The insurer's files of a directory, parents first; none when they were not written yet. */
export function insurerFilesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => FILE_NAME.test(name));
  return names.sort().map((name) => join(directory, name));
}

const BUFFER_LENGTH = 1 << 20;

/** A file that appears under its name only when it is complete. */
class LineFile {
  private readonly draft: string;
  private readonly descriptor: number;
  private text = "";

  constructor(
    private readonly type: string,
    private readonly path: string,
  ) {
    this.draft = `${path}.part`;
    this.descriptor = openSync(this.draft, "w");
  }

  write(line: RecordLine): void {
    const stated = Object.entries(line).filter(([, value]) => value !== null);
    this.text += `${JSON.stringify({ type: this.type, ...Object.fromEntries(stated) })}\n`;
    if (this.text.length > BUFFER_LENGTH) this.flush();
  }

  finish(): void {
    this.flush();
    closeSync(this.descriptor);
    renameSync(this.draft, this.path);
  }

  private flush(): void {
    writeSync(this.descriptor, this.text);
    this.text = "";
  }
}
