import type { Command } from "./command";

interface CommandEntry {
  help: string;
  /** Loaded only when called, so that `hub token` does not build the graph. */
  load: () => Command;
}

/*
 * `require` rather than an import: TypeScript reads `import()` in this module as one of ECMAScript
 * modules, which the sources are not.
 */

/** Every command of `hub`. */
export const commands: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  [
    "start",
    {
      help: "serve the hub (--demo, --subgraph NAME, --federated)",
      load: () => require("./start") as Command,
    },
  ],
  [
    "beside",
    {
      help: "the thread of `hub start` for what takes long; not to be called",
      load: () => require("./beside") as Command,
    },
  ],
  [
    "migrate",
    { help: "bring the database up to date", load: () => require("./migrate") as Command },
  ],
  [
    "migration",
    {
      help: "draft a migration: hub migration NAME",
      load: () => require("./migration") as Command,
    },
  ],
  [
    "seed",
    { help: "load demo data (--enterprises N --seed S)", load: () => require("./seed") as Command },
  ],
  [
    "token",
    { help: "a token of the local issuer: --org CODE", load: () => require("./token") as Command },
  ],
  [
    "submit",
    {
      help: "send a file of records: hub submit FILE… --org CODE",
      load: () => require("./submit") as Command,
    },
  ],
  [
    "template",
    {
      help: "a file to start from: hub template policies [--format csv|ndjson]",
      load: () => require("./template") as Command,
    },
  ],
  [
    "explain",
    {
      help: "who may use what: hub explain --org CODE --query TEXT|FILE",
      load: () => require("./explain") as Command,
    },
  ],
  [
    "audit",
    {
      help: "the access log: hub audit verify | purge",
      load: () => require("./audit") as Command,
    },
  ],
  [
    "verify",
    {
      help: "check receipts offline: hub verify FILE… [--keys URL|FILE]",
      load: () => require("./verify") as Command,
    },
  ],
  [
    "reconcile",
    {
      help: "compare own books of a day with the hub's: hub reconcile FILE --day D",
      load: () => require("./reconcile") as Command,
    },
  ],
  [
    "reevaluate",
    {
      help: "judge all records by all finding rules",
      load: () => require("./reevaluate") as Command,
    },
  ],
  [
    "leads",
    {
      help: "count fabrication leads (--measure: precision and recall on demo data)",
      load: () => require("./leads") as Command,
    },
  ],
  [
    "document",
    {
      help: "an organisation's registered documents: hub document register FILE --org CODE",
      load: () => require("./document") as Command,
    },
  ],
  [
    "schema",
    { help: "write the generated files under schema/", load: () => require("./schema") as Command },
  ],
]);
