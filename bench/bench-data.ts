import type { Config } from "../src/config";

/** The data every bench measures on. */
export interface BenchData {
  databaseUrl: string;
  config: Config;
}
