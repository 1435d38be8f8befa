import { parseArgs } from "node:util";
import { domains } from "../domain/domains";
import { buildGraph } from "../graph/schema";
import { fileTypes, pluralOf, recordTypeIn } from "./record-type-in";
import { say } from "./say";
import { csvTemplate } from "./template-csv";
import { ndjsonTemplate } from "./template-ndjson";

const usage = `usage: hub template TYPE [--format csv|ndjson]
  prints what hub submit takes: the columns, what each may hold, and an example to replace
  TYPE  ${fileTypes.map(pluralOf).join(", ")}`;

/** `hub template TYPE`: a file to start from, generated from the type's input. */
export function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: "string", default: "csv" } },
  });
  const type = recordTypeIn(positionals[0] ?? "");
  const isKnown = values.format === "csv" || values.format === "ndjson";
  if (!type || positionals.length !== 1 || !isKnown) {
    say(usage);
    return Promise.resolve(2);
  }
  const { schema } = buildGraph(domains);
  const text = values.format === "csv" ? csvTemplate(type, schema) : ndjsonTemplate(type, schema);
  process.stdout.write(text);
  return Promise.resolve(0);
}
