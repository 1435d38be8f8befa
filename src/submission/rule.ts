import type { RequestClock } from "../query/select";
import type { Severity } from "./severity";

/** Published and never reused, e.g. `POL-02` (see rules.md). */
export type RuleId = `${string}-${number}`;

/** What a rule may look at besides its subject. It reads nothing and changes nothing. */
export interface RuleCircumstances {
  readonly clock: RequestClock;
}

/** A subject and what it shows, e.g. `["one day long", policy({ … })]`. */
export type RuleExample<Subject> = readonly [title: string, subject: Subject];

type AtLeastOne<T> = readonly [T, ...T[]];

/**
 * One published rule. Without examples that meet it and that break it, both sides of every
 * boundary, it does not compile; one test runs the examples of all rules.
 */
export interface Rule<Subject> {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly legalBasis: string;
  /** What is wrong and what to do, in Chinese and in English. */
  readonly zh: string;
  readonly en: string;
  /** JSON paths of what breaks the rule; none when it is met. */
  breaches(subject: Subject, circumstances: RuleCircumstances): readonly string[];
  readonly examples: {
    readonly meet: AtLeastOne<RuleExample<Subject>>;
    readonly break: AtLeastOne<RuleExample<Subject>>;
  };
}

/** The instant at which all examples are judged: 2026-06-01 12:00 in Asia/Shanghai. */
export const exampleClock: RequestClock = {
  now: "2026-06-01 04:00:00.000000",
  today: "2026-06-01",
};

/** A broken rule, as it is acknowledged. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly severity: Severity;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly legalBasis: string;
}

/** The findings of one rule on one subject. */
export function findingsOf<Subject>(
  rule: Rule<Subject>,
  subject: Subject,
  circumstances: RuleCircumstances,
): Finding[] {
  const paths = rule.breaches(subject, circumstances);
  return paths.map((path) => findingAt(rule, path));
}

/** A finding of a rule whose breach was established elsewhere, e.g. by a statement. */
export function findingAt(rule: Omit<Rule<never>, "breaches" | "examples">, path: string): Finding {
  const { id, severity, zh, en, legalBasis } = rule;
  return { ruleId: id, severity, path, zh, en, legalBasis };
}
