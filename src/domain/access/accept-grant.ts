import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Resolver } from "type-graphql";
import { sql, value } from "../../database/sql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import type { GrantAnswer } from "./answer-grant";
import { GrantAct } from "./grant-act";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { endedFaults, type StoredGrant } from "./stored-grant";
import { takeStep } from "./take-step";

declareArgument("Mutation.acceptGrant.id", { field: "AccessGrant.id", mention: "FILTER" });

/** The receiver says yes to purpose and terms: by another person than speaks for the owner. */
@Resolver()
export class AcceptGrant {
  @GrantAct("接收授权 The receiver accepts purpose and terms of a grant.")
  acceptGrant(
    @Arg("id", () => ID, { description: "授权标识 The grant." }) id: string,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GrantAnswer> {
    const { caller, clock, person } = context;
    const [now, by] = [value(clock.now), value(person)];
    return takeStep(context, info, id, {
      act: "RECEIVER_ACCEPTED",
      isDone: (grant) =>
        grant.accepted &&
        grant.receiverId === caller.organisationId &&
        endedFaults(grant, clock.now).length === 0,
      faults: (grant) => acceptanceFaults(grant, context),
      set: sql`receiver_person = ${by}, receiver_accepted_at = ${now}`,
      unless: sql`receiver_accepted_at IS NOT NULL OR revoked_at IS NOT NULL
        OR COALESCE(owner_person = ${by}, FALSE)`,
    });
  }
}

function acceptanceFaults(
  grant: StoredGrant,
  { caller, clock, person }: Pick<HubContext, "caller" | "clock" | "person">,
): GrantReason[] {
  if (grant.receiverId !== caller.organisationId) return [reasonFor("NOT_RECEIVER", "id")];
  const ended = endedFaults(grant, clock.now);
  if (ended.length) return ended;
  if (grant.effect === "NARROW") return [reasonFor("ACCEPTANCE_NOT_NEEDED", "id")];
  const spokeForOwner =
    grant.ownerPerson === person ||
    (grant.requestedById !== grant.receiverId && grant.requestedPerson === person);
  return spokeForOwner ? [reasonFor("SAME_PERSON", "person")] : [];
}
