import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { domains } from "../domain/domains";
import { buildGraph } from "../graph/schema";
import { schemaFiles } from "./schema-files";
import { say } from "./say";

/** Where generated files are, beside the package.json of the working directory. */
export const schemaDirectory = "schema";

/** `hub schema`: writes what the code says into `schema/`, for review and for comparison. */
export function run(): Promise<number> {
  const files = schemaFiles(buildGraph(domains));
  mkdirSync(schemaDirectory, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(schemaDirectory, name), text);
  say(`已写入 Wrote ${String(files.size)} files to ${schemaDirectory}/`);
  return Promise.resolve(0);
}
