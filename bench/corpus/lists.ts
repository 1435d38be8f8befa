import { emergency, marks, statusOf, question, type Question } from "./question";

/** What portals show first: lists with what their rows refer to. */
export const lists: readonly Question[] = [
  question({
    name: "portal: the newest policies of a province",
    caller: "DEMO-EM-34",
    query: `{ policies(first: 20) { nodes {
      policyNo status startDate endDate enterprise { name regionCode } insurer { name } } } }`,
    byHand: async (read, today) => {
      const rows = await read(
        `SELECT p.policy_no policyNo, ${statusOf("p", today)} status, p.start_date startDate,
           p.end_date endDate, e.id, e.name, e.region_code regionCode, i.name insurer
         FROM (SELECT * FROM policy p WHERE ${emergency("p")}
             ORDER BY start_date DESC, id DESC LIMIT 20) p
           LEFT JOIN enterprise e ON e.id = p.enterprise_id AND ${emergency("e")}
           LEFT JOIN insurer i ON i.id = p.insurer_id
         ORDER BY p.start_date DESC, p.id DESC`,
      );
      const nodes = rows.map(({ id, name, regionCode, insurer, ...policy }) => ({
        ...policy,
        enterprise: id === null ? null : { name, regionCode },
        insurer: { name: insurer },
      }));
      return { policies: { nodes } };
    },
  }),
  question({
    name: "portal: high-risk enterprises of a county with their last policy",
    caller: "DEMO-EM-340104",
    query: `{ enterprises(first: 50, where: { riskGrade: { eq: HIGH } }) { nodes {
      id name uscc sector policies(first: 1) { nodes { policyNo endDate } } } } }`,
    byHand: async (read) => {
      const enterprises = await read(
        `SELECT id, name, uscc, sector FROM enterprise e
         WHERE ${emergency("e", "340104")} AND risk_grade = 'HIGH' ORDER BY uscc LIMIT 50`,
      );
      const ids = enterprises.map(({ id }) => id);
      const policies = await read(
        `SELECT * FROM (SELECT enterprise_id, policy_no policyNo, end_date endDate, ROW_NUMBER()
           OVER (PARTITION BY enterprise_id ORDER BY start_date DESC, id DESC) n FROM policy p
           WHERE enterprise_id IN (${marks(ids)}) AND ${emergency("p", "340104")}) p WHERE n = 1`,
        ids,
      );
      const last = new Map(policies.map((p) => [p["enterprise_id"], p]));
      const nodes = enterprises.map((enterprise) => {
        const policy = last.get(enterprise["id"]);
        const { policyNo, endDate } = policy ?? {};
        return { ...enterprise, policies: { nodes: policy ? [{ policyNo, endDate }] : [] } };
      });
      return { enterprises: { nodes } };
    },
  }),
  question({
    name: "portal: an insurer's open claims",
    caller: "DEMO-IN-B",
    query: `{ claims(first: 50, where: { closedAt: { isNull: true } }) { nodes {
      claimNo status reserveFen policy { policyNo } enterprise { name } } } }`,
    byHand: async (read) => {
      const [own] = await read("SELECT id FROM insurer WHERE org_code = 'DEMO-IN-B'");
      const rows = await read(
        `SELECT c.claim_no claimNo, c.status, c.reserve_fen reserveFen, p.policy_no policyNo, e.name
         FROM claim c LEFT JOIN policy p ON p.id = c.policy_id AND p.insurer_id = ? AND p.voided = 0
           LEFT JOIN enterprise e ON e.id = c.enterprise_id AND e.voided = 0
         WHERE c.insurer_id = ? AND c.voided = 0 AND c.closed_at IS NULL
         ORDER BY c.accident_at DESC, c.id DESC LIMIT 50`,
        [own?.["id"], own?.["id"]],
      );
      const nodes = rows.map(({ policyNo, name, ...claim }) => ({
        ...claim,
        policy: policyNo === null ? null : { policyNo },
        enterprise: name === null ? null : { name },
      }));
      return { claims: { nodes } };
    },
  }),
  question({
    name: "portal: a service agency's visits, by name of the enterprise",
    caller: "DEMO-SA-1",
    query: `{ serviceRecords(first: 50, orderBy: [
      { field: ENTERPRISE_NAME }, { field: STARTED_AT, direction: DESC }]) { nodes {
      item mode status enterprise { name } policy { policyNo } } } }`,
    readsAllOf: ["service_record"],
    byHand: async (read) => {
      const [own] = await read(
        "SELECT service_agency_id id FROM organisation WHERE code = 'DEMO-SA-1'",
      );
      const rows = await read(
        `SELECT s.item, s.mode, s.status, e.name, p.policy_no policyNo
         FROM service_record s LEFT JOIN enterprise e ON e.id = s.enterprise_id AND e.voided = 0
           LEFT JOIN policy p ON p.id = s.policy_id AND p.voided = 0
         WHERE s.service_agency_id = ? AND s.voided = 0
         ORDER BY e.name, s.started_at DESC, s.id DESC LIMIT 50`,
        [own?.["id"]],
      );
      const nodes = rows.map(({ name, policyNo, ...service }) => ({
        ...service,
        enterprise: { name },
        policy: { policyNo },
      }));
      return { serviceRecords: { nodes } };
    },
  }),
];
