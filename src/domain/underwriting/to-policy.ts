import { entityId } from "../../database/entity-id";
import type { Reference } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import type { RuleId } from "../../submission/rule";
import { Policy } from "./policy.entity";

/**
 * A record names its policy by the insurer's own key. The id follows from the insurer's, so the
 * key of another insurer's policy names nothing, and is answered like one that nobody has.
 */
export function toPolicy<R extends { policyKey?: string | null }>(
  rule: RuleId,
  copies: Reference<R>["copies"],
): Reference<R> {
  return {
    name: "policy",
    rule: arrived(rule, "保单", "policy"),
    path: "$.policyKey",
    target: () => Policy,
    ids: ({ policyKey }, owner) => (policyKey ? [entityId("pol", owner, policyKey)] : []),
    property: "policyId",
    copies,
  };
}
