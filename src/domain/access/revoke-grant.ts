import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Resolver } from "type-graphql";
import { sql, value } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import type { GrantAnswer } from "./answer-grant";
import { GrantAct } from "./grant-act";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { fieldsOf, ownerOf } from "./grant-subject";
import { covers } from "./judge-owner";
import { isText } from "./judge-terms";
import type { StoredGrant } from "./stored-grant";
import { takeStep } from "./take-step";

declareArgument("Mutation.revokeGrant.id", { field: "AccessGrant.id", mention: "FILTER" });
declareArgument("Mutation.revokeGrant.reason", { label: "public" });

const reasonMax = 500;

/**
 * Ends a grant at once. What widens is ended by its receiver or by any owner above it; what
 * narrows only by who decided it or an owner above: nobody lifts its own restriction.
 */
@Resolver()
export class RevokeGrant {
  @GrantAct("撤销授权 Ends a grant at once; the owner or the receiver may, at any time.")
  revokeGrant(
    @Arg("id", () => ID, { description: "授权标识 The grant." }) id: string,
    @Arg("reason", () => String, { description: "撤销原因 Why (≤ 500 characters)." })
    reason: string,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GrantAnswer> {
    return takeStep(context, info, id, {
      act: "REVOKED",
      note: reason,
      isDone: (grant) => grant.revoked,
      faults: (grant) => revocationFaults(grant, reason, context),
      set: sql`revoked_at = ${value(context.clock.now)}, revoke_reason = ${value(reason)}`,
      unless: sql`revoked_at IS NOT NULL`,
    });
  }
}

function revocationFaults(
  grant: StoredGrant,
  reason: string,
  { caller, graph }: Pick<HubContext, "caller" | "graph">,
): GrantReason[] {
  if (!isText(reason, reasonMax)) return [reasonFor("TEXT_UNFIT", "reason")];
  const { effect, receiverId, receiverRegion, ownerId, ownerRegion } = grant;
  const isReceiver = receiverId === caller.organisationId;
  const isAbove =
    caller.type === ownerOf(fieldsOf(graph, grant)) &&
    covers(caller.regionPrefix, effect === "NARROW" ? ownerRegion : receiverRegion);
  if (ownerId === caller.organisationId) return [];
  const may = effect === "WIDEN" ? isReceiver || isAbove : isAbove && !isReceiver;
  return may ? [] : [reasonFor("NOT_YOURS_TO_REVOKE", "id")];
}
