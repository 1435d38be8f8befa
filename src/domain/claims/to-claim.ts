import { entityId } from "../../database/entity-id";
import type { Reference } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import type { RuleId } from "../../submission/rule";
import { insuredCopies } from "../registry/references";
import { Claim } from "./claim.entity";

/** A record names its claim by the insurer's own key; another insurer's key names nothing. */
export function toClaim<R extends { claimKey?: string | null }>(rule: RuleId): Reference<R> {
  return {
    name: "claim",
    rule: arrived(rule, "理赔案件", "claim"),
    path: "$.claimKey",
    target: () => Claim,
    ids: ({ claimKey }, owner) => (claimKey ? [entityId("clm", owner, claimKey)] : []),
    property: "claimId",
    copies: insuredCopies,
  };
}
