import type { Caller } from "../src/access/caller";
import type { Rights } from "../src/access/rights";
import { publicScope } from "../src/access/row-scope";
import { modelOf } from "../src/query/entity-model";
import { Policy } from "../src/domain/underwriting/policy.entity";

const everything: Rights = {
  key: "bench",
  policyVersion: "bench",
  type: "AUDITOR",
  grants: [],
  of: () => "R",
  permits: () => true,
  rowsFor: () => null,
  plainRows: () => null,
};

/** A caller for whom nothing is decided, and policies without a row scope. In the bench only. */
export function unrestricted(): Caller {
  modelOf(Policy).scope = publicScope;
  return {
    organisationId: "org_bench",
    organisationCode: "BENCH",
    organisationName: "bench",
    type: "AUDITOR",
    regionPrefix: "34",
    sectors: "ALL",
    insurerId: null,
    serviceAgencyId: null,
    enterpriseId: null,
    registeredOnly: false,
    rights: everything,
  };
}
