import type { Caller } from "../access/caller";
import { Delivery } from "../access/log/delivery";
import { newLogId } from "../access/log/new-log-id";
import type { LoggedOperation } from "../graph/context";
import type { Identity } from "./hub-server";

/** Who asks what, and since when. */
export interface BegunOperation {
  /** The id its log entry will have. */
  readonly id: string;
  operation: LoggedOperation;
  readonly caller: Caller;
  readonly person: string;
  readonly at: Date;
  /** The body as sent, and what it was read as once it could be: for its digests. */
  readonly body: { readonly bytes: Buffer; json: unknown };
  readonly delivery: Delivery;
  /** `performance.now()` at the beginning. */
  readonly startedMs: number;
}

/** A request from the moment it is known whose it is. */
export function beginOperation(
  { caller, person, operation }: Identity,
  bytes: Buffer,
  at: Date,
  startedMs: number,
): BegunOperation {
  const id = newLogId(at);
  return {
    id,
    operation: operation ?? { id, purpose: null },
    caller,
    person,
    at,
    body: { bytes, json: null },
    delivery: new Delivery(),
    startedMs,
  };
}
