import type { Row } from "../../database/database";
import type { Sql } from "../../database/sql";
import { findingRules, keyOf, type FindingRule } from "./finding-rule";
import type { FindingSubject } from "./finding-subject";
import { partsOf, subjectsSql } from "./note-due";

type Read = (statement: Sql) => Promise<Row[]>;

/** Subjects of one type that are to be judged again by the same rules. */
export interface DueSubjects {
  readonly rules: readonly FindingRule[];
  readonly ids: readonly string[];
}

/** Which subjects of which rules depend on these noted rows, as the tables are now. */
export async function dueSubjects(read: Read, noted: readonly Row[]): Promise<DueSubjects[]> {
  const rows = new Map<string, Set<string>>();
  for (const { what, row_ids } of noted) addTo(rows, what as string, String(row_ids).split(" "));
  for (const [table, ids] of [...rows])
    for (const part of partsOf(table))
      addTo(rows, part.table, await idsOf(read, part.ids([...ids])));
  const due = new Map<FindingRule, Set<string>>();
  const answers = new Map<string, string[]>();
  for (const rule of findingRules()) {
    for (const { table, subjects } of rule.reads) {
      const ids = rows.get(table);
      if (!ids) continue;
      // Many rules ask the same of a table.
      const known = answers.get(subjects) ?? (await idsOf(read, subjectsSql(subjects, [...ids])));
      answers.set(subjects, known);
      addTo(due, rule, known);
    }
    addTo(due, rule, rows.get(keyOf(rule)) ?? []);
    if (rule.subject.own) addTo(due, rule, rows.get(rule.subject.tables[0] ?? "") ?? []);
  }
  return togetherBySubjects(due);
}

/**
 * Each subject once, with all rules it is due for: most are due for the same ones. Where rows are
 * judged together they stay in the order of the sources, in which these stand side by side.
 */
function togetherBySubjects(due: ReadonlyMap<FindingRule, ReadonlySet<string>>): DueSubjects[] {
  const groups = new Map<string, { rules: readonly FindingRule[]; ids: string[] }>();
  const rulesOf = new Map<FindingSubject, Map<string, FindingRule[]>>();
  for (const [rule, ids] of due)
    if (rule.together) groups.set(keyOf(rule), { rules: [rule], ids: [...ids] });
    else addRule(rulesOf, rule, ids);
  for (const [subject, rulesById] of rulesOf)
    for (const [id, rules] of rulesById) {
      const key = [subject.type, ...rules.map(keyOf)].join("\n");
      const group = groups.get(key);
      if (group) group.ids.push(id);
      else groups.set(key, { rules, ids: [id] });
    }
  return [...groups.values()];
}

function addRule(
  rulesOf: Map<FindingSubject, Map<string, FindingRule[]>>,
  rule: FindingRule,
  ids: Iterable<string>,
): void {
  const rulesById = rulesOf.get(rule.subject) ?? new Map<string, FindingRule[]>();
  rulesOf.set(rule.subject, rulesById);
  for (const id of ids) {
    const rules = rulesById.get(id);
    if (rules) rules.push(rule);
    else rulesById.set(id, [rule]);
  }
}

function addTo<K>(map: Map<K, Set<string>>, key: K, ids: Iterable<string>): void {
  const known = map.get(key);
  const all = known ?? new Set();
  for (const id of ids) all.add(id);
  if (!known && all.size > 0) map.set(key, all);
}

async function idsOf(read: Read, statement: Sql): Promise<string[]> {
  const rows = await read(statement);
  return rows.flatMap(({ id }) => (id === null ? [] : [id as string]));
}
