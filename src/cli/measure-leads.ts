import type { DemoManifest } from "../../seeds/demo/violations";
import type { Database } from "../database/database";
import { sql, value } from "../database/sql";
import { RuleClass } from "../submission/rule-class";
import { findingRules } from "../submission/findings/finding-rule";

/** A rule held against what is known to be true. */
export interface MeasuredRule {
  readonly ruleId: string;
  readonly ruleClass: RuleClass;
  /** Found and seeded, found and not seeded, seeded and not found. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/**
 * Holds what is found now against the manifest of a demo, whose every other row is lawful: for all
 * rules it breaks on purpose, and for all leads.
 */
export async function measureLeads(
  database: Database,
  manifest: DemoManifest,
): Promise<MeasuredRule[]> {
  const classes = new Map(findingRules().map((rule) => [rule.id as string, rule.class]));
  const seeded = new Map<string, Set<string>>();
  for (const { rule, subjects } of manifest.kinds) {
    const ids = seeded.get(rule) ?? new Set();
    for (const subject of subjects) ids.add(subjectIdOf(subject));
    seeded.set(rule, ids);
  }
  const leads = [...classes].filter(([, ruleClass]) => ruleClass === RuleClass.FABRICATION);
  const ids = new Set([...seeded.keys(), ...leads.map(([id]) => id)]);
  const measured: MeasuredRule[] = [];
  for (const ruleId of [...ids].sort()) {
    const ruleClass = classes.get(ruleId);
    if (!ruleClass) continue;
    const truth = seeded.get(ruleId) ?? new Set();
    const found = await foundBy(database, ruleId);
    const right = found.filter((id) => truth.has(id)).length;
    const missed = truth.size - right;
    measured.push({ ruleId, ruleClass, right, wrong: found.length - right, missed });
  }
  return measured;
}

/** A ledger is named by insurer, city and year; everything else by its id. */
function subjectIdOf({
  entity,
  id,
  key,
}: DemoManifest["kinds"][number]["subjects"][number]): string {
  if (entity !== "Insurer") return id;
  return [id, key["regionCode"], key["year"]].join(":");
}

async function foundBy(database: Database, ruleId: string): Promise<string[]> {
  const rows = await database.read(
    sql`SELECT DISTINCT subject_id FROM finding
      WHERE rule_id = ${value(ruleId)} AND cleared_at IS NULL`,
  );
  return rows.map((row) => row["subject_id"] as string);
}
