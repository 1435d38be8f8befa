import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Resolver } from "type-graphql";
import { sql, value } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import type { GrantAnswer } from "./answer-grant";
import { GrantAct } from "./grant-act";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { ownerFaults } from "./judge-owner";
import { termFaults } from "./judge-terms";
import { endedFaults, type StoredGrant } from "./stored-grant";
import { takeStep } from "./take-step";

declareArgument("Mutation.approveGrant.id", { field: "AccessGrant.id", mention: "FILTER" });

/** The owner of the data says yes: once, by another person than says yes for the receiver. */
@Resolver()
export class ApproveGrant {
  @GrantAct("批准授权 The owner of the class of data approves a grant.")
  approveGrant(
    @Arg("id", () => ID, { description: "授权标识 The grant." }) id: string,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GrantAnswer> {
    const { caller, clock, person } = context;
    const [now, owner, by] = [value(clock.now), value(caller.organisationId), value(person)];
    return takeStep(context, info, id, {
      act: "OWNER_APPROVED",
      isDone: (grant) =>
        grant.ownerId === caller.organisationId && endedFaults(grant, clock.now).length === 0,
      faults: (grant) => approvalFaults(grant, context),
      set: sql`owner_id = ${owner}, owner_person = ${by}, owner_approved_at = ${now}`,
      unless: sql`owner_approved_at IS NOT NULL OR revoked_at IS NOT NULL
        OR COALESCE(receiver_person = ${by}, FALSE)`,
    });
  }
}

async function approvalFaults(grant: StoredGrant, context: HubContext): Promise<GrantReason[]> {
  const { caller, callers, clock, graph, person } = context;
  const ended = endedFaults(grant, clock.now);
  if (ended.length) return ended;
  const receiver = await callers.ofOrganisation(grant.receiverId);
  if (!receiver) return [reasonFor("RECEIVER_UNKNOWN", "receiver")];
  // What could be asked for then may be something else today.
  const faults = termFaults(grant, { asker: caller, receiver, graph, now: clock.now });
  if (faults.length === 0)
    faults.push(...ownerFaults({ owner: caller, receiver, terms: grant, graph }));
  if (faults.length === 0 && grant.approved) faults.push(reasonFor("GRANT_APPROVED", "id"));
  const spokeForReceiver =
    grant.receiverPerson === person ||
    (grant.requestedById === grant.receiverId && grant.requestedPerson === person);
  if (faults.length === 0 && spokeForReceiver) faults.push(reasonFor("SAME_PERSON", "person"));
  return faults;
}
