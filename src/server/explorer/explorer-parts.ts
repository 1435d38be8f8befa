import type { Config } from "../../config";
import type { Database } from "../../database/database";
import type { Identify } from "../hub-server";

/** What the explorer is made from. */
export interface ExplorerParts {
  config: Config;
  database: Database;
  identify: Identify;
  now: () => Date;
}
