import { entityId } from "../../database/entity-id";
import { sqlFalse, type Sql } from "../../database/sql";
import type { Reference } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import type { RuleId } from "../../submission/rule";
import { Enterprise } from "./enterprise.entity";
import { knownEnterprise } from "./known-enterprise";
import { Region } from "./region.entity";
import { existingRegion } from "./region.rules";
import { ServiceAgency } from "./service-agency.entity";

/** What every record about an insured enterprise copies from the row that leads to it. */
export const insuredCopies = {
  enterpriseId: "enterpriseId",
  regionCode: "regionCode",
  sector: "sector",
} as const;

/**
 * A record names its enterprise by code, and copies where it is and in which sector. Authorities
 * say besides which enterprises they have records of.
 */
export function toEnterprise<R extends { enterpriseUscc?: string | null }>(
  rule: RuleId,
  copies: Reference<R>["copies"],
  related: (owner: string) => Sql = () => sqlFalse,
): Reference<R> {
  return {
    name: "enterprise",
    rule: arrived(rule, "投保单位", "enterprise"),
    path: "$.enterpriseUscc",
    target: () => Enterprise,
    ids: ({ enterpriseUscc }) => (enterpriseUscc ? [entityId("ent", enterpriseUscc)] : []),
    knownTo: (owner) => knownEnterprise(owner, related(owner)),
    property: "enterpriseId",
    copies,
  };
}

/** A record names the agency that serves by code; none when the insurer's own team does. */
export function toServiceAgency<R extends { agencyUscc?: string | null }>(
  rule: RuleId,
): Reference<R> {
  return {
    name: "agency",
    rule: arrived(rule, "服务机构", "service agency"),
    path: "$.agencyUscc",
    target: () => ServiceAgency,
    ids: ({ agencyUscc }) => (agencyUscc ? [entityId("agy", agencyUscc)] : []),
    property: "serviceAgencyId",
    copies: {},
  };
}

/** A record names a region whose code is valid on its day. */
export function toRegion<R>(
  rule: RuleId,
  code: (record: R) => string | null | undefined,
  day: (record: R) => string | null | undefined,
): Reference<R> {
  return {
    name: "region",
    rule: existingRegion(rule),
    path: "$.regionCode",
    target: () => Region,
    ids: (record) => [code(record)].flatMap((one) => (one ? [entityId("reg", one)] : [])),
    fits: (record, row) => {
      const on = day(record) ?? "";
      const from = row["effectiveFrom"] as string;
      const to = row["effectiveTo"] as string | null;
      return from <= on && (to === null || on <= to);
    },
    reads: ["effectiveFrom", "effectiveTo"],
    property: null,
    copies: {},
  };
}
