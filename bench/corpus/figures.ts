import { emergency, province, question, type Question } from "./question";

type Rows = readonly Record<string, unknown>[];

/** Groups as the hub answers them: keys in their order, figures of which none is kept back. */
function groups(rows: Rows, keys: readonly string[], sum?: [name: string, column: string]): object {
  return {
    groups: rows.map((row) => ({
      keys: keys.map((key) => ({ value: row[key] })),
      count: { value: Number(row["total"]) },
      ...(sum ? { sum: { [sum[0]]: { value: String(row[sum[1]]) } } } : {}),
    })),
  };
}

/** Figures by groups, and what a region amounts to. */
export const figures: readonly Question[] = [
  question({
    name: "figures: policies and premium by sector",
    caller: "DEMO-FI-34",
    query: `{ policiesAggregate(groupBy: [{ field: ENTERPRISE_SECTOR }]) { groups {
      keys { value } count { value } sum { writtenPremiumFen { value } } } } }`,
    readsAllOf: ["policy"],
    byHand: async (read) => {
      const rows = await read(
        `SELECT e.sector, COUNT(*) total, SUM(p.written_premium_fen) premium
         FROM policy p LEFT JOIN enterprise e ON e.id = p.enterprise_id AND ${province("e")}
         WHERE ${province("p")} GROUP BY e.sector ORDER BY e.sector`,
      );
      const sum: [string, string] = ["writtenPremiumFen", "premium"];
      return { policiesAggregate: groups(rows, ["sector"], sum) };
    },
  }),
  question({
    name: "figures: an insurer's policies and premium by month of signing",
    caller: "DEMO-IN-B",
    query: `{ policiesAggregate(groupBy: [{ field: SIGNED_ON, by: MONTH }]) { groups {
      keys { value } count { value } sum { writtenPremiumFen { value } } } } }`,
    readsAllOf: ["policy"],
    byHand: async (read) => {
      const [own] = await read("SELECT id FROM insurer WHERE org_code = 'DEMO-IN-B'");
      const rows = await read(
        `SELECT DATE_FORMAT(signed_on, '%Y-%m') month, COUNT(*) total,
           SUM(written_premium_fen) premium FROM policy WHERE insurer_id = ? AND voided = 0
         GROUP BY month ORDER BY month`,
        [own?.["id"]],
      );
      const sum: [string, string] = ["writtenPremiumFen", "premium"];
      return { policiesAggregate: groups(rows, ["month"], sum) };
    },
  }),
  question({
    name: "roll-up: policies by city and risk grade",
    caller: "DEMO-AU-34",
    query: `{ policiesAggregate(groupBy: [{ field: ENTERPRISE_REGION, by: CITY },
        { field: ENTERPRISE_RISK_GRADE }], first: 1000) { groups {
      keys { value } count { value } sum { insuredCount { value } } } } }`,
    readsAllOf: ["policy"],
    byHand: async (read) => {
      const rows = await read(
        `SELECT LEFT(e.region_code, 4) city, e.risk_grade grade, COUNT(*) total,
           SUM(p.insured_count) insured
         FROM policy p LEFT JOIN enterprise e ON e.id = p.enterprise_id AND ${province("e")}
         WHERE ${province("p")} GROUP BY city, grade ORDER BY city, grade`,
      );
      const sum: [string, string] = ["insuredCount", "insured"];
      return { policiesAggregate: groups(rows, ["city", "grade"], sum) };
    },
  }),
  question({
    name: "roll-up: hazards not closed, by county and level",
    caller: "DEMO-EM-34",
    query: `{ hazardsAggregate(where: { status: { ne: CLOSED } }, first: 1000, groupBy: [
        { field: ENTERPRISE_REGION, by: COUNTY }, { field: LEVEL }]) { groups {
      keys { value } count { value } } } }`,
    readsAllOf: ["hazard"],
    byHand: async (read) => {
      const rows = await read(
        `SELECT LEFT(e.region_code, 6) county, h.level, COUNT(*) total
         FROM hazard h LEFT JOIN enterprise e ON e.id = h.enterprise_id AND ${emergency("e")}
         WHERE ${emergency("h")} AND h.status <> 'CLOSED'
         GROUP BY county, level ORDER BY county, level`,
      );
      return { hazardsAggregate: groups(rows, ["county", "level"]) };
    },
  }),
];
