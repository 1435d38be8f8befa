import type { Caller } from "../access/caller";
import type { Database } from "../database/database";
import type { Cursors } from "../query/cursor";
import type { RequestClock } from "../query/select";

/** What every resolver is given: who asks, when, and the means to read and write. */
export interface HubContext {
  readonly caller: Caller;
  readonly clock: RequestClock;
  readonly database: Database;
  readonly cursors: Cursors;
  /** Made once per request and key: batches lookups of one tick into one statement. */
  readonly loaders: Map<string, unknown>;
}
