import { Arg, Ctx, Extensions, Mutation, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { ownerOf } from "../owner";
import { recordTypes } from "../record-type";
import { bucketCount } from "./book";
import type { BookAsked } from "./hub-book";
import { reconcile, reconcileBucket } from "./reconcile";
import {
  BucketReconciliation,
  ReconcileBucketInput,
  ReconcileInput,
  Reconciliation,
} from "./reconciliation-types";

const label: Label = "quality";
/** Keys of one bucket: far more than a bucket of the largest day has. */
const keysMax = 20_000;
const sumsMax = 20;
const act = { label, mention: "SELECT", callers: ["INSURER"] };

declareArgument("Mutation.reconcile.input", { label });
declareArgument("Mutation.reconcileBucket.input", { label });

/** Comparing an insurer's books with the hub's, without sending either. */
@Resolver()
export class ReconcileResolver {
  @Extensions(act)
  @Mutation(() => Reconciliation, {
    nullable: true,
    description: "对账 Compares the caller's own books of a type and day with the hub's.",
  })
  reconcile(
    @Arg("input", () => ReconcileInput) input: ReconcileInput,
    @Ctx() context: HubContext,
  ): Promise<unknown> {
    const { count, sums, buckets } = input;
    const numbers = buckets.map(({ bucket }) => bucket);
    if (!numbers.every(isBucket) || new Set(numbers).size < numbers.length)
      throw refused("buckets: each number from 0 to 255 once at most");
    if (sums.length > sumsMax) throw refused(`sums: ${String(sumsMax)} at most`);
    return reconcile(context, bookOf(input, context), { count, sums, buckets });
  }

  @Extensions(act)
  @Mutation(() => BucketReconciliation, {
    nullable: true,
    description: "分桶对账 Which of the caller's own records of a differing bucket differ.",
  })
  reconcileBucket(
    @Arg("input", () => ReconcileBucketInput) input: ReconcileBucketInput,
    @Ctx() context: HubContext,
  ): Promise<unknown> {
    const { bucket, records } = input;
    if (!isBucket(bucket)) throw refused("bucket: 0 to 255");
    if (records.length > keysMax) throw refused(`records: ${String(keysMax)} at most`);
    return reconcileBucket(context, bookOf(input, context), bucket, records);
  }
}

function bookOf(
  { recordType, day }: { recordType: string; day: string },
  { caller }: HubContext,
): BookAsked {
  const type = recordTypes().find(({ name }) => name === recordType);
  const owner = ownerOf(caller);
  if (!type?.submitters.includes("INSURER") || owner === null)
    throw refused(`recordType: no books of ${recordType}`);
  return { type, owner, day };
}

function isBucket(bucket: number): boolean {
  return bucket >= 0 && bucket < bucketCount;
}

function refused(reason: string): HubError {
  return new HubError("BAD_USER_INPUT", { reason });
}
