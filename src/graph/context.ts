import type { Caller } from "../access/caller";
import type { Callers } from "../access/callers";
import type { Delivery } from "../access/log/delivery";
import type { Database } from "../database/database";
import type { Cursors } from "../query/cursor";
import type { RequestClock } from "../query/select";
import type { TableSizes } from "../query/table-sizes";
import type { CallerSchema } from "./caller-schema";
import type { ReceiptSigner } from "../submission/receipts/receipt-signer";
import type { IdentityDigests } from "../submission/identity-digests";
import type { OperationCost } from "./operation-cost";
import type { OperationLimits } from "./row-limits-of";
import type { Graph } from "./schema";

/** What all parts of one operation have in common. */
export interface LoggedOperation {
  readonly id: string;
  /** What the data are needed for, as said with the request. */
  readonly purpose: string | null;
}

/** What every resolver is given: who asks, when, and the means to read and write. */
export interface HubContext {
  readonly caller: Caller;
  /** Who of the organisation: the subject of the token. */
  readonly person: string;
  /** The operation this request is, or is part of. */
  readonly operation: LoggedOperation;
  /** Told of what is delivered, for the access log. */
  readonly delivery: Delivery;
  /** The graph as the caller may know it. */
  readonly schemas: CallerSchema;
  /** To which rows the operation is limited by what it mentions; set by the access decision. */
  readonly limits: OperationLimits;
  /** The whole graph, whichever part of it this process serves. */
  readonly graph: Graph;
  /** Other organisations as callers, for questions about what they would see. */
  readonly callers: Callers;
  /** About how large the tables are. */
  readonly sizes: TableSizes;
  /** Pays for the operation out of the caller's budget, or refuses it. */
  readonly charge: (cost: OperationCost) => void;
  readonly clock: RequestClock;
  readonly database: Database;
  readonly cursors: Cursors;
  /** Signs what submitters are told. */
  readonly signer: ReceiptSigner;
  /** Stands for identity numbers that are not to be kept. */
  readonly identityDigests: IdentityDigests;
  /** Made once per request and key: batches lookups of one tick into one statement. */
  readonly loaders: Map<string, unknown>;
}
