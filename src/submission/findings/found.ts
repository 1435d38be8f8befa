import type { Row } from "../../database/database";
import { entityId } from "../../database/entity-id";
import { keyOf, type FindingRule } from "./finding-rule";

/** That a subject breaks a rule, and who may know. */
export interface Found {
  readonly rule: FindingRule;
  readonly id: string;
  readonly subjectId: string;
  readonly insurerId: string | null;
  readonly enterpriseId: string | null;
  readonly serviceAgencyId: string | null;
  readonly regionCode: string;
  readonly sector: string | null;
}

/** Digits of a province, city, county and township. */
const regionLevels = [9, 6, 4, 2];

/**
 * Reads a row of a finding statement. Where the rows of others break a rule together with the
 * subject, there is one finding per party that may see both, by insurer, enterprise, region and
 * sector: what others have never decides what a caller sees, nor tells that it is there.
 */
export function foundOf(rule: FindingRule, row: Row): Found {
  const subjectId = row["id"] as string;
  const own = {
    rule,
    subjectId,
    insurerId: text(row["insurer"]),
    enterpriseId: text(row["enterprise"]),
    serviceAgencyId: text(row["agency"]),
    regionCode: text(row["region"]) ?? "",
    sector: text(row["sector"]),
  };
  if (rule.wide) {
    const regionCode = own.regionCode.slice(0, 2);
    const nobodys = { insurerId: null, enterpriseId: null, serviceAgencyId: null, sector: null };
    return { ...own, id: entityId("fnd", keyOf(rule), subjectId), ...nobodys, regionCode };
  }
  if (!rule.others && !rule.together)
    return { id: entityId("fnd", keyOf(rule), subjectId), ...own };
  const shared = {
    insurerId: same(own.insurerId, row["o_insurer"]),
    enterpriseId: same(own.enterpriseId, row["o_enterprise"]),
    serviceAgencyId: null,
    regionCode: commonRegion(own.regionCode, text(row["o_region"]) ?? ""),
    sector: same(own.sector, row["o_sector"]),
  };
  const { insurerId, enterpriseId, regionCode, sector } = shared;
  const parties = [insurerId, enterpriseId, regionCode, sector].map((one) => one ?? "");
  return { id: entityId("fnd", keyOf(rule), subjectId, ...parties), rule, subjectId, ...shared };
}

function text(cell: unknown): string | null {
  return typeof cell === "string" ? cell : null;
}

function same(own: string | null, theirs: unknown): string | null {
  return own === theirs ? own : null;
}

/** The smallest region that both lie in; nothing when they are in different provinces. */
function commonRegion(a: string, b: string): string {
  const digits = regionLevels.find((n) => a.length >= n && a.slice(0, n) === b.slice(0, n));
  return digits ? a.slice(0, digits) : "";
}
