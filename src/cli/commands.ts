import type { Command } from "./command";

interface CommandEntry {
  help: string;
  /** Loaded only when called, so that `hub token` does not build the graph. */
  load: () => Promise<Command>;
}

/** Every command of `hub`. */
export const commands: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  ["start", { help: "serve the hub (--demo, --subgraph NAME, --federated)", load: () => import("./start") }],
  ["migrate", { help: "bring the database up to date", load: () => import("./migrate") }],
  ["migration", { help: "draft a migration: hub migration NAME", load: () => import("./migration") }],
  ["seed", { help: "load demo data (--enterprises N --seed S)", load: () => import("./seed") }],
  ["token", { help: "a token of the local issuer: --org CODE", load: () => import("./token") }],
  ["submit", { help: "send a file of records: hub submit FILE… --org CODE", load: () => import("./submit") }],
  ["schema", { help: "write the generated files under schema/", load: () => import("./schema") }],
]);
