import type { ExampleRows, FindingExample } from "./finding-rule";

/** The world of an example: what the rule gives, column by column replaced by what differs. */
export function exampleWorld(given: ExampleRows, [, change]: FindingExample): ExampleRows {
  const tables = new Set([...Object.keys(given), ...Object.keys(change)]);
  return Object.fromEntries(
    [...tables].map((table) => {
      const [base, differing] = [given[table] ?? {}, change[table] ?? {}];
      const ids = [...new Set([...Object.keys(base), ...Object.keys(differing)])];
      const rows = ids
        .filter((id) => differing[id] !== null)
        .map((id) => [id, { ...base[id], ...differing[id] }] as const);
      return [table, Object.fromEntries(rows)];
    }),
  );
}

/** A row of region_parameter for an example, in force in the whole country. */
export function exampleParameter(
  key: string,
  value: string,
  effectiveFrom = "2000-01-01",
  effectiveTo: string | null = null,
): ExampleRows[string] {
  const region = { region_prefix: "CN" };
  const period = { effective_from: effectiveFrom, effective_to: effectiveTo };
  return { [`${key.slice(0, 12)} ${effectiveFrom}`]: { key, value, ...region, ...period } };
}
