import { Random } from "../../audit/random";
import { joinSql, sql, value, type SqlValue } from "../../src/database/sql";
import { entityId } from "../../src/database/entity-id";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenInsurer } from "../setup/policies";

/** A policy as this test knows it: what a question over it should find, without the hub. */
export interface CountedPolicy {
  id: string;
  insurer: string;
  enterprise: string;
  region: string;
  sector: string;
  grade: string | null;
  signedOn: string;
  insuredCount: number;
  premium: bigint;
  /** In ten-thousandths. */
  rate: bigint;
  serviceFee: string;
  cancelledOn: string | null;
}

export interface CountedWorld {
  hub: TestHub;
  policies: readonly CountedPolicy[];
}

const counties = ["340102", "340103", "340104", "340202", "340203", "350102"];
const sectors = ["HAZARDOUS_CHEMICALS", "FIREWORKS", "TRANSPORT"];
const grades = ["HIGH", "MEDIUM", "LOW", null];

/** A hub with random policies of random enterprises, and several who may ask about them. */
export async function givenCounted(
  seed: number,
  { enterprises = 60, insurers = 5 } = {},
): Promise<CountedWorld> {
  const hub = await givenHub();
  const { database } = hub;
  const random = new Random(seed);
  await givenOrganisation(database, "FIN", "FINANCIAL");
  await givenOrganisation(database, "AUD", "AUDITOR", { region_prefix: "3401" });
  await givenOrganisation(database, "EM", "EMERGENCY");
  await givenOrganisation(database, "ASSOC", "ASSOCIATION");
  const insurerIds: string[] = [];
  for (let n = 0; n < insurers; n++) insurerIds.push(await givenInsurer(database, `I${String(n)}`));
  await givenOrganisation(database, "INS", "INSURER", { insurer_id: insurerIds[0] ?? null });
  const policies: CountedPolicy[] = [];
  const enterpriseRows: Record<string, SqlValue>[] = [];
  for (let n = 0; n < enterprises; n++) {
    const of = {
      enterprise: entityId("ent", `E${String(n)}`),
      region: random.pick(counties),
      sector: random.pick(sectors),
      grade: random.pick(grades),
    };
    enterpriseRows.push(enterpriseRow(n, of));
    for (let k = random.below(4); k >= 0; k--)
      policies.push(policyOf(random, insurerIds, of, n, k));
  }
  await insertAll(hub, "enterprise", enterpriseRows);
  await insertAll(hub, "policy", policies.map(policyRow));
  return { hub, policies };
}

function policyOf(
  random: Random,
  insurers: readonly string[],
  of: Pick<CountedPolicy, "enterprise" | "region" | "sector" | "grade">,
  n: number,
  k: number,
): CountedPolicy {
  const day = (): string =>
    new Date(Date.UTC(2025, random.below(18), 1 + random.below(28))).toISOString().slice(0, 10);
  const insurer = random.pick(insurers);
  return {
    ...of,
    id: entityId("pol", insurer, `P${String(n)}-${String(k)}`),
    insurer,
    signedOn: day(),
    insuredCount: random.below(300),
    premium: BigInt(random.below(9_000_000)),
    rate: BigInt(1 + random.below(30_000)),
    serviceFee: `${String(random.below(20))}.${String(random.below(90) + 10)}`,
    cancelledOn: random.chance(0.3) ? day() : null,
  };
}

function enterpriseRow(
  n: number,
  of: Pick<CountedPolicy, "enterprise" | "region" | "sector" | "grade">,
): Record<string, SqlValue> {
  return {
    id: of.enterprise,
    uscc: `E${String(n)}`,
    name: `单位${String(n)}`,
    region_code: of.region,
    address: "某路1号",
    sector: of.sector,
    industry_code: "C26",
    headcount: 50,
    operating_status: "OPERATING",
    obligated: n % 2,
    risk_grade: of.grade,
    version: 1,
  };
}

function policyRow(p: CountedPolicy): Record<string, SqlValue> {
  return {
    id: p.id,
    insurer_id: p.insurer,
    enterprise_id: p.enterprise,
    region_code: p.region,
    sector: p.sector,
    source_key: p.id,
    version: 1,
    policy_no: p.id,
    signed_on: p.signedOn,
    start_date: "2026-01-02",
    end_date: "2027-01-01",
    cancelled_on: p.cancelledOn,
    sum_insured_per_person_fen: "40000000",
    limit_per_accident_fen: "500000000",
    limit_aggregate_fen: "1000000000",
    insured_count: p.insuredCount,
    written_premium_fen: String(p.premium),
    base_premium_fen: "1000000",
    rate_factor: decimalText(p.rate, 4),
    rate_permille: "2.0000",
    commission_fen: "50000",
    service_fee_pct: p.serviceFee,
    agreed_frequency: 2,
    agreed_items: "[]",
  };
}

/** A whole number of units of the last decimal, as text. */
export function decimalText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

async function insertAll(
  { database }: TestHub,
  table: string,
  rows: readonly Record<string, SqlValue>[],
): Promise<void> {
  const name = (text: string) => ({ text: `\`${text}\``, values: [] });
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map(
    (row) =>
      sql`(${joinSql(
        columns.map((column) => value(row[column] ?? null)),
        ", ",
      )})`,
  );
  const into = sql`${name(table)} (${joinSql(columns.map(name), ", ")})`;
  await database.transaction((t) =>
    t.execute(sql`INSERT INTO ${into} VALUES ${joinSql(tuples, ", ")}`),
  );
}
