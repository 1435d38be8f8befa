import { Arg, Ctx, Extensions, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { boundedRows } from "../../access/grant-bound";
import { rightsOf } from "../../access/rights";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import type { Plain } from "../../submission/plain";
import { GrantRequestInput } from "./grant-request.input";
import { PreviewResult, type GrantPreview } from "./grant-preview";
import { refused, type Refused } from "./grant-result";
import { fieldsOf, isKnown, isWay } from "./grant-subject";
import { candidateOf, termsOf } from "./grant-terms";
import { standingFaults } from "./judge-owner";
import { termFaults } from "./judge-terms";
import { changedFields } from "./preview-fields";
import { changedRows } from "./preview-rows";
import { receiverOf } from "./receiver-of";

declareArgument("Query.previewGrant.input", { label: "public" });

/**
 * What a grant would change, to its receiver and to the owners above the receiver. Nothing is
 * stored, and nothing is told that the asker could not list itself.
 */
@Resolver()
export class PreviewGrantResolver {
  @Extensions({ label: "public" satisfies Label })
  @Query(() => PreviewResult, {
    description:
      "授权预览 Which fields and how many rows a grant would change, before anyone signs.",
  })
  async previewGrant(
    @Arg("input", () => GrantRequestInput, { description: "申请 The request." })
    input: GrantRequestInput,
    @Ctx() context: HubContext,
  ): Promise<Refused | (Plain<GrantPreview> & { __typename: "GrantPreview" })> {
    const { caller, clock, graph } = context;
    const found = await receiverOf(context, input.receiver);
    if ("fault" in found) return refused(found.fault);
    const { receiver } = found;
    const terms = termsOf(input);
    const faults = termFaults(terms, { asker: caller, receiver, graph, now: clock.now });
    const isReceiver = receiver.organisationId === caller.organisationId;
    if (!isReceiver && faults.length === 0)
      faults.push(...standingFaults({ owner: caller, receiver, terms, graph }));
    if (faults.length) return refused(...faults);
    const { type, rights } = receiver;
    // Who would approve is known when an owner asks.
    const isBounded = !isReceiver && terms.effect === "WIDEN";
    const bound = isBounded ? boundedRows(terms.rows, caller, receiver) : terms.rows;
    const candidate = candidateOf(terms, bound);
    const change = { before: rights, after: rightsOf(type, [...rights.grants, candidate], 0) };
    // Of level-4 fields the asker may not know of, nothing is said here either.
    const named = fieldsOf(graph, terms).filter(
      (field) => isKnown(field, caller.rights) && !isWay(field.coordinate.split(".")[0] ?? ""),
    );
    const fields = changedFields(change, named);
    const rows = await changedRows(context, receiver, change, { fields, rows: terms.rows });
    return { __typename: "GrantPreview", fields, rows };
  }
}
