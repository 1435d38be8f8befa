import type { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import type { SqlValue } from "../../src/database/sql";
import { givenRow } from "./hub";

type More = Record<string, SqlValue>;

/** Stores an insurer with ordinary values; answers its id. */
export async function givenInsurer(database: Database, orgCode: string): Promise<string> {
  const id = entityId("ins", orgCode);
  const uscc = orgCode.padEnd(18, "0");
  await givenRow(database, "insurer", { id, org_code: orgCode, name: `保险${orgCode}`, uscc });
  return id;
}

/** Stores an enterprise of a county with ordinary values; answers its id. */
export async function givenEnterprise(
  database: Database,
  uscc: string,
  more: More = {},
): Promise<string> {
  const id = entityId("ent", uscc);
  await givenRow(database, "enterprise", {
    id,
    uscc,
    name: `单位${uscc}`,
    region_code: "340104",
    address: "某路1号",
    sector: "HAZARDOUS_CHEMICALS",
    industry_code: "C26",
    headcount: 50,
    operating_status: "OPERATING",
    obligated: 1,
    risk_grade: "HIGH",
    graded_on: "2026-01-01",
    safety_manager_name: "张三",
    safety_manager_phone: "15400001234",
    version: 1,
    ...more,
  });
  return id;
}

/** Stores a region that is valid from 2000 on. */
export async function givenRegion(
  database: Database,
  code: string,
  more: More = {},
): Promise<void> {
  await givenRow(database, "region", {
    id: entityId("reg", code),
    code,
    name: `区划${code}`,
    level:
      ({ 2: "PROVINCE", 4: "CITY", 6: "COUNTY" } as Record<number, string>)[code.length] ??
      "TOWNSHIP",
    parent_id: code.length > 2 ? entityId("reg", code.slice(0, -2)) : null,
    effective_from: "2000-01-01",
    effective_to: null,
    ...more,
  });
}

/** Stores a policy in force in 2026 with ordinary values; answers its id. */
export async function givenPolicy(
  database: Database,
  of: { insurerId: string; enterpriseId: string; key: string },
  more: More = {},
): Promise<string> {
  const id = entityId("pol", of.insurerId, of.key);
  await givenRow(database, "policy", {
    id,
    insurer_id: of.insurerId,
    enterprise_id: of.enterpriseId,
    region_code: "340104",
    sector: "HAZARDOUS_CHEMICALS",
    source_key: of.key,
    version: 1,
    policy_no: `PN-${of.key}`,
    signed_on: "2026-01-01",
    start_date: "2026-01-02",
    end_date: "2027-01-01",
    sum_insured_per_person_fen: "40000000",
    limit_per_accident_fen: "500000000",
    limit_aggregate_fen: "1000000000",
    insured_count: 50,
    written_premium_fen: "1000000",
    base_premium_fen: "1000000",
    rate_factor: "1.0000",
    rate_permille: "2.0000",
    commission_fen: "50000",
    service_fee_pct: "15.00",
    agreed_frequency: 2,
    agreed_items: '["01"]',
    ...more,
  });
  return id;
}
