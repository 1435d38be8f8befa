import type { DomainName } from "../src/graph/domain-module";
import type { AnswerDifference } from "./compare";
import type { PairAddress } from "./audited-pair";

/** What the operations of a run are inclined to. */
export interface Inclination {
  /** The share of operations that ask what is likely to be denied. */
  readonly boldShare: number;
  /** The share of operations that somebody else asked before. */
  readonly companyShare: number;
  /** Root fields that half of the queries ask; none: all alike. */
  readonly asks: readonly string[];
}

/** The inclination of an audit. */
export const usualInclination: Inclination = { boldShare: 0.125, companyShare: 0.35, asks: [] };

/** What a child process is told to do. */
export type Job =
  | {
      readonly kind: "audit";
      readonly pair: PairAddress;
      readonly operations: number;
      /** Whether an operation that tells is made smaller; it takes some hundred requests. */
      readonly shrinks: boolean;
      readonly inclination: Inclination;
      readonly seed: number;
      readonly directory: string;
    }
  | {
      readonly kind: "control";
      readonly one: string;
      readonly two: string;
      readonly pairs: number;
      readonly seed: number;
      readonly directory: string;
    };

/** An operation as a person can run it again. */
export interface ShownOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly subgraph: DomainName | null;
  /** Who asked the same at the same time, if that matters. */
  readonly after: string | null;
}

/** What came of auditing one organisation. */
export interface AuditReport {
  readonly kind: "audit";
  readonly code: string;
  readonly asked: number;
  readonly answered: number;
  readonly told: {
    readonly operation: ShownOperation;
    readonly difference: AnswerDifference;
  } | null;
  readonly mistakes: readonly string[];
}

/** How many pairs the all-seeing caller told apart. */
export interface ControlReport {
  readonly kind: "control";
  readonly pairs: number;
  readonly noticed: number;
  /** Whose pairs went unnoticed. */
  readonly missed: readonly string[];
}

export type JobReport = AuditReport | ControlReport;
