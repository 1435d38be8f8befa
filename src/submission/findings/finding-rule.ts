import type { Row } from "../../database/database";
import type { SqlValue } from "../../database/sql";
import type { RuleClass } from "../rule-class";
import type { RuleId, RuleStanding } from "../rule";
import type { Severity } from "../severity";
import type { FindingSubject } from "./finding-subject";

/**
 * That a rule looks at rows of another table, and which subjects are to be judged again when such
 * a row changes: our own SQL with `{ids}` of the changed rows, answering `id`s of subjects.
 */
export interface FindingSource {
  readonly table: string;
  readonly subjects: string;
}

/** Rows by table and id; what is not said of a column is filled in by whoever runs it. */
export type ExampleRows = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, SqlValue>> | null>>>
>;

/** A small world, and what differs from the rule's `given`; the subject has the id `S`. */
export type FindingExample = readonly [title: string, change: ExampleRows];

type AtLeastOne<T> = readonly [T, ...T[]];

/**
 * A published rule about committed rows: one statement over any set of subjects, the same for the
 * subjects that changed and for all of them. All texts in SQL are our own; tokens in braces are
 * `{today}` (Asia/Shanghai), the `{ids}` of the subjects judged, and the names of parameters. Without examples on both sides of each
 * boundary it does not compile.
 */
export interface FindingRule extends RuleStanding {
  readonly id: RuleId;
  readonly severity: Severity.EXPLAIN | Severity.WARN | Severity.INFO;
  readonly class: RuleClass;
  /** Tells rules of one id and severity apart. */
  readonly aspect?: string;
  readonly legalBasis: string;
  readonly zh: string;
  readonly en: string;
  readonly subject: FindingSubject;
  /** Paths of the subject that are at issue; never values. */
  readonly paths: readonly string[];
  /** Numbers by name: region_parameter decides; else the default, or null where no rule is. */
  readonly parameters?: Readonly<Record<string, number | null>>;
  /** Joins (alias `o` last) to the rows of others that break the rule together with `s`. */
  readonly others?: string;
  /**
   * Instead of {@link others}, where there may be many: all rows that share a column with a
   * subject are read once, and one that breaks the rule together with it is looked for here.
   */
  readonly together?: RowsTogether;
  /** It counts rows of several parties: only the province, across sectors, sees what it finds. */
  readonly wide?: boolean;
  /** The condition under which the subject `s` breaks the rule. */
  readonly broken: string;
  /** Columns for {@link judges}, which decides what SQL cannot. */
  readonly columns?: string;
  judges?(row: Row): boolean;
  /** Every table the statement reads besides the subject's own and the reference tables. */
  readonly reads: readonly FindingSource[];
  readonly examples: {
    readonly given: ExampleRows;
    /** The subject's id, where it is not that of a row `S`. */
    readonly subjects?: readonly string[];
    readonly meet: AtLeastOne<FindingExample>;
    readonly break: AtLeastOne<FindingExample>;
  };
}

/** Rows of the subject's table with one value of a column, e.g. the policies of an enterprise. */
export interface RowsTogether {
  readonly by: string;
  readonly breaks: (own: Row, other: Row) => boolean;
}

const rules: FindingRule[] = [];

/** Registers finding rules. Throws when one is there already or reads what it does not declare. */
export function defineFindingRules(added: readonly FindingRule[]): readonly FindingRule[] {
  for (const rule of added) {
    const key = keyOf(rule);
    if (rules.some((other) => keyOf(other) === key)) throw new Error(`${key} is declared twice`);
    const undeclared = tablesOf(rule).filter((table) => !isDeclared(rule, table));
    if (undeclared.length > 0) throw new Error(`${key} does not declare ${undeclared.join(", ")}`);
    rules.push(rule);
  }
  return added;
}

/** All finding rules. */
export function findingRules(): readonly FindingRule[] {
  return rules;
}

/** One id may be published in several severities and aspects: together they name the rule. */
export function keyOf(rule: Pick<FindingRule, "id" | "severity" | "aspect">): string {
  return [rule.id, rule.severity, rule.aspect].filter(Boolean).join(" ");
}

/** True when the passing of a day alone can break the rule, or heal it. */
export function isTimed({ subject, broken, others = "", columns = "" }: FindingRule): boolean {
  return subject.byDay === true || `${broken}${others}${columns}`.includes("{today}");
}

/** Tables that change by deployment, not by reports: `hub reevaluate` follows them. */
const referenceTables = ["region_parameter", "calendar_exception"];

/** Changes only together with the subject's own row. */
const ownVersions = "record_version";

function isDeclared({ subject, reads }: FindingRule, table: string): boolean {
  return (
    referenceTables.includes(table) ||
    table === ownVersions ||
    subject.tables.includes(table) ||
    reads.some((source) => source.table === table)
  );
}

function tablesOf({ broken, others = "", columns = "" }: FindingRule): string[] {
  const found = `${others} ${broken} ${columns}`.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g);
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}
