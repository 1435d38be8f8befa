import type { RequestClock } from "../query/select";
import { RuleClass } from "./rule-class";
import { RuleLifecycle } from "./rule-lifecycle";
import { Severity } from "./severity";

/** Published and never reused, e.g. `POL-02` (see rules.md). */
export type RuleId = `${string}-${number}`;

/** What a rule may look at besides its subject. It reads nothing and changes nothing. */
export interface RuleCircumstances {
  readonly clock: RequestClock;
}

/** A subject and what it shows, e.g. `["one day long", policy({ … })]`. */
export type RuleExample<Subject> = readonly [title: string, subject: Subject];

type AtLeastOne<T> = readonly [T, ...T[]];

/** Where, when and how far a rule holds; what is not said is {@link ruleStanding}'s default. */
export interface RuleStanding {
  readonly class?: RuleClass;
  /** First and last business day judged by it. */
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string | null;
  /** Region prefix it holds in; `CN` everywhere. */
  readonly jurisdiction?: string;
  readonly lifecycle?: RuleLifecycle;
}

/**
 * The standing of a rule in full. What must wait for another is a matter of consistency; leads
 * stay in SHADOW until somebody who has seen their false-positive rate says otherwise.
 */
export function ruleStanding(
  rule: RuleStanding & { readonly severity: Severity },
): Required<RuleStanding> {
  const usual = rule.severity === Severity.WAIT ? RuleClass.CONSISTENCY : RuleClass.VALIDITY;
  const ruleClass = rule.class ?? usual;
  const shadow = ruleClass === RuleClass.FABRICATION;
  return {
    class: ruleClass,
    effectiveFrom: rule.effectiveFrom ?? "2000-01-01",
    effectiveTo: rule.effectiveTo ?? null,
    jurisdiction: rule.jurisdiction ?? nationwide,
    lifecycle: rule.lifecycle ?? (shadow ? RuleLifecycle.SHADOW : RuleLifecycle.ACTIVE),
  };
}

/** The jurisdiction of what holds everywhere; a prefix of length 0. */
export const nationwide = "CN";

/**
 * One published rule. Without examples that meet it and that break it, both sides of every
 * boundary, it does not compile; one test runs the examples of all rules.
 */
export interface Rule<Subject> extends RuleStanding {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly legalBasis: string;
  /** What is wrong and what to do, in Chinese and in English. */
  readonly zh: string;
  readonly en: string;
  /** The business day that decides whether the rule was in force; today unless it says. */
  businessDay?(subject: Subject): string | null | undefined;
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

/** The findings of one rule on one subject; none unless it was in force on the business day. */
export function findingsOf<Subject>(
  rule: Rule<Subject>,
  subject: Subject,
  circumstances: RuleCircumstances,
): Finding[] {
  const day = rule.businessDay?.(subject) ?? circumstances.clock.today;
  if (!inForce(rule, day)) return [];
  const paths = rule.breaches(subject, circumstances);
  return paths.length === 0 ? [] : paths.map((path) => findingAt(rule, path));
}

/** Rules are constants, and each judges a thousand records at once. */
const standings = new WeakMap<object, Required<RuleStanding>>();

function inForce(rule: RuleStanding & { readonly severity: Severity }, day: string): boolean {
  let standing = standings.get(rule);
  if (!standing) standings.set(rule, (standing = ruleStanding(rule)));
  const { lifecycle, effectiveFrom, effectiveTo } = standing;
  if (lifecycle !== RuleLifecycle.ACTIVE) return false;
  return effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);
}

/** A finding of a rule whose breach was established elsewhere, e.g. by a statement. */
export function findingAt(rule: Omit<Rule<never>, "breaches" | "examples">, path: string): Finding {
  const { id, severity, zh, en, legalBasis } = rule;
  return { ruleId: id, severity, path, zh, en, legalBasis };
}
