import {
  emergency,
  inForce,
  marks,
  overdueMajor,
  province,
  question,
  type Question,
} from "./question";

/** Lists limited by what is true of the rows around theirs. */
export const relations: readonly Question[] = [
  question({
    name: "relations: high-risk plants of two cities, insured by B, hazard overdue, no service",
    caller: "DEMO-AU-34",
    query: `{ enterprises(first: 50, orderBy: [{ field: NAME }], where: {
        sector: { eq: HAZARDOUS_CHEMICALS }, riskGrade: { eq: HIGH }
        or: [{ regionCode: { within: "3401" } }, { regionCode: { within: "3402" } }]
        policies: { some: { insurer: { orgCode: { eq: "DEMO-IN-B" } } } }
        hazards: { some: { level: { eq: MAJOR }, overdue: { eq: true } } }
        serviceRecords: { none: { startedAt: { gte: "2026-05-01T00:00:00+08:00" } } } }) {
      nodes { id name regionCode headcount policies(first: 3) { nodes {
        policyNo writtenPremiumFen } } } } }`,
    byHand: async (read, today) => {
      const enterprises = await read(
        `SELECT e.id, e.name, e.region_code regionCode, e.headcount FROM enterprise e
         WHERE ${province("e")} AND e.sector = 'HAZARDOUS_CHEMICALS' AND e.risk_grade = 'HIGH'
           AND (e.region_code LIKE '3401%' OR e.region_code LIKE '3402%')
           AND e.id IN (SELECT h.enterprise_id FROM hazard h
             WHERE ${province("h")} AND ${overdueMajor("h", today)})
           AND EXISTS (SELECT 1 FROM policy p JOIN insurer i ON i.id = p.insurer_id
             WHERE p.enterprise_id = e.id AND ${province("p")} AND i.org_code = 'DEMO-IN-B')
           AND NOT EXISTS (SELECT 1 FROM service_record s WHERE s.enterprise_id = e.id
             AND ${province("s")} AND s.started_at >= '2026-04-30 16:00:00')
         ORDER BY e.name, e.id LIMIT 50`,
      );
      const ids = enterprises.map(({ id }) => id);
      const policies = await read(
        `SELECT * FROM (SELECT enterprise_id, policy_no policyNo,
           written_premium_fen writtenPremiumFen, ROW_NUMBER()
           OVER (PARTITION BY enterprise_id ORDER BY start_date DESC, id DESC) n FROM policy p
           WHERE enterprise_id IN (${marks(ids)}) AND ${province("p")}) p WHERE n <= 3 ORDER BY n`,
        ids,
      );
      const nodes = enterprises.map((enterprise) => ({
        ...enterprise,
        policies: {
          nodes: policies
            .filter((policy) => policy["enterprise_id"] === enterprise["id"])
            .map(({ policyNo, writtenPremiumFen }) => ({
              policyNo,
              writtenPremiumFen: String(writtenPremiumFen),
            })),
        },
      }));
      return { enterprises: { nodes } };
    },
  }),
  question({
    name: "relations: policies of high-risk enterprises with an overdue major hazard",
    caller: "DEMO-EM-34",
    query: `{ policies(first: 50, where: { enterprise: { riskGrade: { eq: HIGH }
        hazards: { some: { level: { eq: MAJOR }, overdue: { eq: true } } } } }) {
      nodes { id policyNo startDate enterprise { name } } } }`,
    byHand: async (read, today) => {
      const rows = await read(
        `SELECT p.id, p.policy_no policyNo, p.start_date startDate, e.name
         FROM policy p JOIN enterprise e ON e.id = p.enterprise_id
         WHERE ${emergency("p")} AND ${emergency("e")} AND e.risk_grade = 'HIGH'
           AND e.id IN (SELECT h.enterprise_id FROM hazard h
             WHERE ${emergency("h")} AND ${overdueMajor("h", today)})
         ORDER BY p.start_date DESC, p.id DESC LIMIT 50`,
      );
      const nodes = rows.map(({ name, ...policy }) => ({ ...policy, enterprise: { name } }));
      return { policies: { nodes } };
    },
  }),
  question({
    name: "relations: an insurer's visits that found a major hazard",
    caller: "DEMO-IN-C",
    query: `{ serviceRecords(first: 50, where: {
        hazards: { some: { level: { eq: MAJOR } } } }) {
      nodes { id item mode enterprise { name } } } }`,
    byHand: async (read) => {
      const [own] = await read("SELECT id FROM insurer WHERE org_code = 'DEMO-IN-C'");
      const rows = await read(
        `SELECT s.id, s.item, s.mode, e.name FROM service_record s
           LEFT JOIN enterprise e ON e.id = s.enterprise_id AND e.voided = 0
         WHERE s.insurer_id = ? AND s.voided = 0 AND EXISTS (SELECT 1 FROM hazard h
           WHERE h.service_record_id = s.id AND h.insurer_id = ? AND h.voided = 0
           AND h.level = 'MAJOR')
         ORDER BY s.started_at DESC, s.id DESC LIMIT 50`,
        [own?.["id"], own?.["id"]],
      );
      const nodes = rows.map(({ name, ...service }) => ({ ...service, enterprise: { name } }));
      return { serviceRecords: { nodes } };
    },
  }),
  question({
    name: "total: policies in force of high-risk enterprises",
    caller: "DEMO-EM-3401",
    query: `{ policies(where: { status: { eq: IN_FORCE }, enterprise: {
      riskGrade: { eq: HIGH } } }) { totalCount } }`,
    byHand: async (read, today) => {
      const [row] = await read(
        `SELECT COUNT(*) total FROM policy p JOIN enterprise e ON e.id = p.enterprise_id
         WHERE ${emergency("p", "3401")} AND ${emergency("e", "3401")}
           AND e.risk_grade = 'HIGH' AND ${inForce("p", today)}`,
      );
      return { policies: { totalCount: Number(row?.["total"]) } };
    },
  }),
];
