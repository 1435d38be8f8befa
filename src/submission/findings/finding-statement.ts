import { joinSql, sql, sqlTrue, trusted, value, type Sql, type SqlValue } from "../../database/sql";
import type { RequestClock } from "../../query/select";
import { nationwide, ruleStanding } from "../rule";
import type { FindingRule } from "./finding-rule";
import { isOneOf } from "./finding-subject";

/**
 * Which of these subjects break the rule: one row each, or one per row of others, with whose and
 * where both are.
 */
export function findingStatement(
  rule: FindingRule,
  ids: readonly string[],
  clock: RequestClock,
): Sql {
  const { subject, others, columns } = rule;
  const own = (["insurer", "enterprise", "agency", "region", "sector"] as const).map(
    (name) => `${subject[name]} AS ${name}`,
  );
  const theirs = others
    ? ", o.insurer_id AS o_insurer, o.enterprise_id AS o_enterprise, o.region_code AS o_region" +
      ", o.sector AS o_sector"
    : "";
  const more = columns ? sql`, ${filled(rule, columns, clock)}` : trusted("");
  const where = joinSql(
    [
      isOneOf(ids),
      trusted(subject.existing),
      standing(rule, clock),
      filled(rule, rule.broken, clock),
    ],
    ") AND (",
  );
  return sql`SELECT DISTINCT s.id AS id, ${trusted(own.join(", "))}${trusted(theirs)}${more}
    FROM ${subject.from(ids, clock)} ${filled(rule, others ?? "", clock)} WHERE (${where})`;
}

/** In which regions and on which business days the rule holds. */
function standing(rule: FindingRule, clock: RequestClock): Sql {
  const { jurisdiction, effectiveFrom, effectiveTo } = ruleStanding(rule);
  const { region } = rule.subject;
  const businessDay = filled(rule, rule.subject.businessDay, clock);
  const parts: Sql[] = [];
  if (jurisdiction !== nationwide)
    parts.push(sql`${trusted(region)} LIKE ${value(`${jurisdiction}%`)}`);
  if (rule.effectiveFrom) parts.push(sql`${businessDay} >= ${value(effectiveFrom)}`);
  if (effectiveTo !== null) parts.push(sql`${businessDay} <= ${value(effectiveTo)}`);
  return parts.length > 0 ? joinSql(parts, " AND ") : sqlTrue;
}

/** Our own SQL with its tokens filled in: parameters, then the day, which these may depend on. */
function filled(rule: FindingRule, template: string, { today }: RequestClock): Sql {
  const values: SqlValue[] = [];
  const text = template
    .replace(/\{(?!today\})(\w+)\}/g, (_, name: string) => parameterSql(rule, name))
    .replace(/\{today\}/g, () => {
      values.push(today);
      return "CAST(? AS DATE)";
    });
  return { text, values };
}

/** The value in force for the subject's region on its business day: the longest prefix wins. */
function parameterSql(rule: FindingRule, name: string): string {
  const standard = rule.parameters?.[name];
  if (standard === undefined || !/^[a-zA-Z]+$/.test(name))
    throw new Error(`${rule.id} does not declare the parameter ${name}`);
  const { region, businessDay } = rule.subject;
  const inForce = `(SELECT q.value FROM region_parameter q WHERE q.key = '${name}'
    AND (q.region_prefix = '${nationwide}' OR ${region} LIKE CONCAT(q.region_prefix, '%'))
    AND q.effective_from <= ${businessDay}
    AND (q.effective_to IS NULL OR q.effective_to >= ${businessDay})
    ORDER BY q.region_prefix = '${nationwide}', CHAR_LENGTH(q.region_prefix) DESC,
      q.effective_from DESC LIMIT 1)`;
  return standard === null ? inForce : `COALESCE(${inForce}, ${String(standard)})`;
}
