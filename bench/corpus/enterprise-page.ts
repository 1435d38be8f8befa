import { province, statusOf, question, type Question, type ReadRaw } from "./question";

/** One list of the page: what it reads by hand, of which the first ten are shown. */
interface PageList {
  readonly name: string;
  /** The fields as written in the question; columns where they are not called the same. */
  readonly fields: Readonly<Record<string, string>>;
  readonly from: string;
  readonly order: string;
}

const lists = (today: string): readonly PageList[] => [
  {
    name: "policies",
    fields: {
      policyNo: "t.policy_no",
      status: statusOf("t", today),
      startDate: "t.start_date",
      insuredCount: "t.insured_count",
    },
    from: `policy t WHERE ${province("t")}`,
    order: "start_date",
  },
  {
    name: "claims",
    fields: { claimNo: "t.claim_no", status: "t.status", deaths: "t.deaths" },
    from: `claim t WHERE ${province("t")}`,
    order: "accident_at",
  },
  {
    name: "hazards",
    fields: { level: "t.level", status: "t.status", deadline: "t.deadline" },
    from: `hazard t WHERE ${province("t")}`,
    order: "found_at",
  },
  {
    name: "open: hazards",
    fields: { level: "t.level", deadline: "t.deadline" },
    from: `hazard t WHERE ${province("t")} AND t.status <> 'CLOSED'`,
    order: "found_at",
  },
  {
    name: "serviceRecords",
    fields: { item: "t.item", mode: "t.mode", status: "t.status" },
    from: `service_record t WHERE ${province("t")}`,
    order: "started_at",
  },
  {
    name: "servicePlans",
    fields: { periodFrom: "t.period_from", frequency: "t.frequency" },
    from: `service_plan t WHERE ${province("t")}`,
    order: "period_from",
  },
  {
    name: "feeEntries",
    fields: { kind: "t.kind", bookedOn: "t.booked_on", amountFen: "CAST(t.amount_fen AS CHAR)" },
    from: "fee_entry t WHERE t.region_code LIKE '34%'",
    order: "booked_on",
  },
  {
    name: "rosterEntries",
    fields: { listedOn: "t.listed_on", sector: "t.sector" },
    from: `roster_entry t WHERE ${province("t")}`,
    order: "listed_on",
  },
  {
    name: "complaints",
    fields: { sourceKey: "t.source_key", result: "t.result" },
    from: `complaint t WHERE ${province("t")}`,
    order: "filed_at",
  },
  {
    name: "accidentReports",
    fields: { grade: "t.grade", deaths: "t.deaths", injuries: "t.injuries" },
    from: `accident_report t WHERE ${province("t")}`,
    order: "occurred_at",
  },
];

const where: Readonly<Record<string, string>> = {
  "open: hazards": ", where: { status: { ne: CLOSED } }",
};

const written = lists("").map(
  ({ name, fields }) =>
    `${name}(first: 10${where[name] ?? ""}) { nodes { ${Object.keys(fields).join(" ")} } }`,
);

/** Everything about one enterprise on one page: ten lists. */
export const enterprisePage: readonly Question[] = [
  question({
    name: "page: one enterprise with ten lists",
    caller: "DEMO-AU-34",
    query: `query Page($id: ID!) { enterprise(id: $id) {
      name uscc regionCode sector riskGrade headcount ${written.join("\n")} } }`,
    variables: async (read) => {
      // One of which there is something to tell.
      const [row] = await read(
        `SELECT enterprise_id id FROM claim c WHERE ${province("c")} ORDER BY id LIMIT 1`,
      );
      return { id: row?.["id"] };
    },
    byHand: async (read, today, { id }) => {
      const [enterprise] = await read(
        `SELECT name, uscc, region_code regionCode, sector, risk_grade riskGrade, headcount
         FROM enterprise e WHERE id = ? AND ${province("e")}`,
        [id],
      );
      return { enterprise: { ...enterprise, ...(await pageLists(read, today, id)) } };
    },
  }),
];

async function pageLists(read: ReadRaw, today: string, id: unknown): Promise<object> {
  const found: Record<string, object> = {};
  for (const { name, fields, from, order } of lists(today)) {
    const columns = Object.entries(fields).map(([field, column]) => `${column} ${field}`);
    const nodes = await read(
      `SELECT ${columns.join(", ")} FROM ${from} AND t.enterprise_id = ?
       ORDER BY t.${order} DESC, t.id DESC LIMIT 10`,
      [id],
    );
    found[name.split(":")[0] ?? name] = { nodes };
  }
  return found;
}
