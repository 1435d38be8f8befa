import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Resolver } from "type-graphql";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { answerGrant, type GrantAnswer } from "./answer-grant";
import { GrantAct } from "./grant-act";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { GrantRequestInput } from "./grant-request.input";
import { refused } from "./grant-result";
import { termsOf } from "./grant-terms";
import { ownerFaults } from "./judge-owner";
import { termFaults } from "./judge-terms";
import { receiverOf } from "./receiver-of";
import { storeRequest, type GrantRequest } from "./store-request";

declareArgument("Mutation.requestGrant.input", { label: "public" });

/**
 * Asks for a grant. The receiver asks and thereby accepts; an owner asks, and has to approve what
 * widens in a second step. What an owner narrows is in force at once.
 */
@Resolver()
export class RequestGrant {
  @GrantAct("申请授权 Asks for a grant; an owner's narrowing is in force at once.")
  async requestGrant(
    @Arg("input", () => GrantRequestInput, { description: "申请 The request." })
    input: GrantRequestInput,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GrantAnswer> {
    const request = await readRequest(input, context);
    if (Array.isArray(request)) return refused(...request);
    const id = await context.database.transaction((transaction) =>
      storeRequest(transaction, request, context),
    );
    if (id === null) return refused(reasonFor("TOO_MANY_OPEN", "receiver"));
    return answerGrant(context, info, id);
  }
}

async function readRequest(
  input: GrantRequestInput,
  context: HubContext,
): Promise<GrantRequest | GrantReason[]> {
  const { caller, clock, graph } = context;
  const found = await receiverOf(context, input.receiver);
  if ("fault" in found) return [found.fault];
  const { receiver } = found;
  const terms = termsOf(input);
  const faults = termFaults(terms, { asker: caller, receiver, graph, now: clock.now });
  const isReceiver = receiver.organisationId === caller.organisationId;
  if (isReceiver && terms.effect === "NARROW") faults.push(reasonFor("NARROW_BY_OWNER", "effect"));
  if (!isReceiver && faults.length === 0)
    faults.push(...ownerFaults({ owner: caller, receiver, terms, graph }));
  if (faults.length) return faults;
  if (isReceiver) return { terms, receiver, agrees: "RECEIVER" };
  return { terms, receiver, agrees: terms.effect === "NARROW" ? "OWNER" : null };
}
