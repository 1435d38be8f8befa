import { entityId } from "../../database/entity-id";
import type { Reference } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import type { RuleId } from "../../submission/rule";
import { Enterprise } from "./enterprise.entity";
import { ServiceAgency } from "./service-agency.entity";

/** What every record about an insured enterprise copies from the row that leads to it. */
export const insuredCopies = {
  enterpriseId: "enterpriseId",
  regionCode: "regionCode",
  sector: "sector",
} as const;

/** A record names its enterprise by code, and copies where it is and in which sector. */
export function toEnterprise<R extends { enterpriseUscc?: string | null }>(
  rule: RuleId,
  copies: Reference<R>["copies"],
): Reference<R> {
  return {
    name: "enterprise",
    rule: arrived(rule, "投保单位", "enterprise"),
    path: "$.enterpriseUscc",
    target: () => Enterprise,
    ids: ({ enterpriseUscc }) => (enterpriseUscc ? [entityId("ent", enterpriseUscc)] : []),
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
