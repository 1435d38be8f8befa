import type { Mention } from "../right";
import type { SubjectSet } from "./subject-set";

/** What became of an operation: answered, denied by the access decision, or failed otherwise. */
export const logOutcomes = ["ALLOWED", "DENIED", "FAILED"] as const;

/**
 * What an entry is about. Operations: queries, mutations, subscriptions, and what could not be read
 * as any (NONE). The log itself: entries that were lost while it could not be written (GAP), and
 * that it went on from a head it could not verify (RESTART).
 */
export const logKinds = ["QUERY", "MUTATION", "SUBSCRIPTION", "NONE", "GAP", "RESTART"] as const;

/** Values of one field that were delivered. */
export interface DeliveredCells {
  /** `Type.field`. */
  readonly field: string;
  readonly cells: number;
}

/** Who performed an operation: the organisation as it was registered at that moment. */
export interface LoggedCaller {
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationType: string;
  /** The insurer, agency or enterprise it is; empty for authorities. */
  readonly registryId: string;
  /** The subject of the token. */
  readonly person: string;
}

/** One entry before it has its place in the log. Its id says that it is the same when tried again. */
export interface LogEntry {
  readonly id: string;
  /** In the database's form. */
  readonly at: string;
  /** Which part of a deployment writes it: hub, gateway or the name of a subgraph. */
  readonly part: string;
  /** The same for all parts of one operation. */
  readonly operationId: string;
  readonly caller: LoggedCaller;
  readonly purpose: string | null;
  readonly kind: (typeof logKinds)[number];
  readonly operationDigest: string;
  readonly variablesDigest: string | null;
  readonly policyVersion: string;
  readonly rightsKey: string;
  /** Ids of the grants the decision rested on besides the matrix. */
  readonly grants: readonly string[];
  readonly outcome: (typeof logOutcomes)[number];
  readonly errorCodes: readonly string[];
  readonly denials: readonly { readonly field: string; readonly mention: Mention }[];
  /** Highest level of the data the answer tells of; 0 when it tells of none. */
  readonly level: number;
  /** Delivered values of fields that anybody may know of (level ≤ 3). */
  readonly cells: readonly DeliveredCells[];
  /** Delivered values of fields that not everybody may know of (level 4). */
  readonly sensitiveCells: readonly DeliveredCells[];
  /**
   * Fields the document selects that anybody may know of (level ≤ 3), and the kinds of all data it
   * selects. Not by what was found: whom the answer is about must not learn of the rows of others.
   */
  readonly fields: readonly string[];
  readonly labels: readonly string[];
  /** The enterprises and insurers the answer was about; null: none. */
  readonly subjects: SubjectSet | null;
  readonly durationUs: number;
  /** Of GAP and RESTART entries. */
  readonly details: string | null;
}
