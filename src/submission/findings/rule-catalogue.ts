import { recordTypes } from "../record-type";
import { ruleStanding, type Rule, type RuleStanding } from "../rule";
import * as changes from "../rules/record-change.rules";
import * as shapes from "../rules/record-shape.rules";
import * as wholes from "../rules/whole-submission.rules";
import type { Severity } from "../severity";
import { findingRules } from "./finding-rule";

/** A rule as it is published, whatever judges by it. */
export interface CatalogueRule extends Required<RuleStanding> {
  readonly id: string;
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly legalBasis: string;
  /** Record types, `submission` for whole submissions, or types of committed rows. */
  readonly subjects: readonly string[];
  readonly parameters: readonly { readonly key: string; readonly standard: number | null }[];
}

type Said = Pick<Rule<never>, "id" | "severity" | "zh" | "en" | "legalBasis"> & RuleStanding;

/** Every rule the hub judges by, by id; the same rule of several record types stands once. */
export function ruleCatalogue(): CatalogueRule[] {
  const catalogue = new Map<string, CatalogueRule>();
  const add = (said: Said, subject: string, parameters: CatalogueRule["parameters"]): void => {
    const { id, severity, zh, en, legalBasis } = said;
    const key = [id, severity, en].join(" ");
    const subjects = new Set([...(catalogue.get(key)?.subjects ?? []), subject]);
    const words = { id, severity, zh, en, legalBasis, parameters };
    catalogue.set(key, { ...words, ...ruleStanding(said), subjects: [...subjects] });
  };
  for (const file of [wholes, changes, shapes])
    for (const rule of Object.values(file as object).filter(isRule)) add(rule, "submission", []);
  for (const { name, rules, references } of recordTypes())
    for (const rule of [...rules, ...references.flatMap(({ rule: waits }) => waits ?? [])])
      add(rule, name, []);
  for (const rule of findingRules()) {
    const numbers = Object.entries(rule.parameters ?? {});
    add(
      rule,
      rule.subject.type,
      numbers.map(([key, standard]) => ({ key, standard })),
    );
  }
  return [...catalogue].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
}

function isRule(candidate: unknown): candidate is Said {
  return typeof candidate === "object" && candidate !== null && "legalBasis" in candidate;
}
