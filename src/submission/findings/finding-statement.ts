import {
  identifier,
  joinSql,
  sql,
  sqlTrue,
  trusted,
  value,
  valueList,
  type Sql,
  type SqlValue,
} from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { nationwide, ruleStanding } from "../rule";
import { parameterInForce } from "./parameter-sql";
import type { FindingRule } from "./finding-rule";
import { isOneOf } from "./finding-subject";

/** Subjects under judgement, and what they are judged by. */
export interface Judged {
  readonly ids: readonly string[];
  readonly clock: RequestClock;
  /** Which parameters any region has set; of others the default is in force. */
  readonly parameters: ReadonlySet<string>;
}

/** Rules that look at the same rows: the same subject, columns and rows of others. */
export type RulesOfOneStatement = readonly [FindingRule, ...FindingRule[]];

/** Rules by the statement that judges by them; those about rows of others stand alone. */
export function rulesByStatement(rules: readonly FindingRule[]): RulesOfOneStatement[] {
  const groups: [FindingRule, ...FindingRule[]][] = [];
  for (const rule of rules) {
    const group = groups.find(([first]) => areJudgedTogether(first, rule));
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function areJudgedTogether(one: FindingRule, other: FindingRule): boolean {
  return (
    [one, other].every(({ others, together }) => !others && !together) &&
    one.subject === other.subject &&
    one.columns === other.columns
  );
}

/**
 * Which of these subjects break which of the rules: one row each, or one per row of others, with
 * whose and where both are. `broken` lists the places of the rules, from 0, with commas between.
 */
export function findingStatement(rules: RulesOfOneStatement, judged: Judged): Sql {
  const [first] = rules;
  const { subject, others, columns, together } = first;
  const own = (["insurer", "enterprise", "agency", "region", "sector"] as const).map(
    (name) => `${subject[name]} AS ${name}`,
  );
  const theirs = others
    ? ", o.insurer_id AS o_insurer, o.enterprise_id AS o_enterprise, o.region_code AS o_region" +
      ", o.sector AS o_sector"
    : "";
  const by = together ? sql`, s.${identifier(together.by)} AS together` : trusted("");
  const more = columns ? sql`${by}, ${filled(first, columns, judged)}` : by;
  const conditions = rules.map(
    (rule) => sql`(${standing(rule, judged)}) AND (${filled(rule, rule.broken, judged)})`,
  );
  const what = sql`s.id AS id, ${trusted(own.join(", "))}${trusted(theirs)}${more}`;
  const which = together ? shares(first, together.by, judged) : isOneOf(judged.ids);
  const from = sql`${subject.from(judged.ids, judged.clock)} ${filled(first, others ?? "", judged)}
    WHERE ${which} AND (${trusted(subject.existing)})`;
  const [only = sqlTrue] = conditions;
  if (rules.length === 1)
    return sql`SELECT DISTINCT ${what}, '0' AS broken FROM ${from} AND ${only}`;
  const places = conditions.map(
    (condition, place) => sql`IF(${condition}, ${trusted(String(place))}, NULL)`,
  );
  return sql`SELECT ${what}, CONCAT_WS(',', ${joinSql(places, ", ")}) AS broken
    FROM ${from} HAVING broken <> ''`;
}

/** `s` is one of the subjects, or has the value of one in this column. */
function shares({ subject }: FindingRule, by: string, { ids }: Judged): Sql {
  const [table = ""] = subject.tables;
  const of = identifier(by);
  return sql`s.${of} IN (SELECT q.${of} FROM ${identifier(table)} q
    WHERE q.id IN (${valueList(ids)}))`;
}

/** In which regions and on which business days the rule holds. */
function standing(rule: FindingRule, judged: Judged): Sql {
  const { jurisdiction, effectiveFrom, effectiveTo } = ruleStanding(rule);
  const { region } = rule.subject;
  const businessDay = filled(rule, rule.subject.businessDay, judged);
  const parts: Sql[] = [];
  if (jurisdiction !== nationwide)
    parts.push(sql`${trusted(region)} LIKE ${value(`${jurisdiction}%`)}`);
  if (rule.effectiveFrom) parts.push(sql`${businessDay} >= ${value(effectiveFrom)}`);
  if (effectiveTo !== null) parts.push(sql`${businessDay} <= ${value(effectiveTo)}`);
  return parts.length > 0 ? joinSql(parts, " AND ") : sqlTrue;
}

/** Our own SQL with its tokens filled in: parameters, then the day, which these may depend on. */
function filled(rule: FindingRule, template: string, judged: Judged): Sql {
  const { ids, clock } = judged;
  const values: SqlValue[] = [];
  const text = template
    .replace(/\{(?!today\}|ids\})(\w+)\}/g, (_, name: string) => parameterSql(rule, name, judged))
    .replace(/\{(today|ids)\}/g, (_, name: string) => {
      const given = name === "ids" ? valueList(ids) : sql`CAST(${value(clock.today)} AS DATE)`;
      values.push(...given.values);
      return given.text;
    });
  return { text, values };
}

/** The value in force for the subject's region on its business day. */
function parameterSql(rule: FindingRule, name: string, { parameters }: Judged): string {
  const standard = rule.parameters?.[name];
  if (standard === undefined) throw new Error(`${rule.id} does not declare the parameter ${name}`);
  if (!parameters.has(name)) return String(standard ?? "NULL");
  const { region, businessDay } = rule.subject;
  return parameterInForce({ name, standard, region, day: businessDay });
}
