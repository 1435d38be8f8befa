import { Arg, Ctx, Extensions, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { sql, trusted, value } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { SubmissionReceipt } from "../submit-result";
import { answerStored, storedReceiptColumns } from "./stored-receipt";

const label: Label = "quality";
const listMax = 100;

declareArgument("Query.submissionReceipts.after", { label });
declareArgument("Query.submissionReceipts.first", { label });

@ObjectType({ description: "回执链末端 Where the caller's chain of receipts ends." })
export class ReceiptChain {
  @Extensions({ label })
  @Field(() => Int, { description: "回执数 Number of receipts." })
  length!: number;

  @Extensions({ label })
  @Field(() => String, { nullable: true, description: "末条摘要 Digest of the last; null: none." })
  digest!: string | null;
}

/** The caller's own receipts again, for archives and for decisions made meanwhile. */
@Resolver()
export class SubmissionReceiptsResolver {
  @Extensions({ label })
  @Query(() => [SubmissionReceipt], {
    description: "报送回执列表 The caller's own receipts, in the order of the chain.",
  })
  async submissionReceipts(
    @Arg("after", () => Int, { defaultValue: 0, description: "序号之后 After this position." })
    after: number,
    @Arg("first", () => Int, { defaultValue: 20, description: "条数 How many (≤ 100)." })
    first: number,
    @Ctx() { caller, database }: HubContext,
  ): Promise<unknown> {
    if (!(first >= 1 && first <= listMax)) throw new HubError("BAD_PAGE", { limit: listMax });
    const rows = await database.read(
      sql`SELECT ${storedReceiptColumns} FROM submission_receipt r
        WHERE r.organisation_id = ${value(caller.organisationId)} AND r.position > ${value(after)}
        ORDER BY r.position LIMIT ${trusted(String(first))}`,
    );
    return rows.map((row) => answerStored(row, true));
  }

  @Extensions({ label })
  @Query(() => ReceiptChain, {
    description: "回执链 How long the caller's chain of receipts is, and where it ends.",
  })
  async receiptChain(@Ctx() { caller, database }: HubContext): Promise<unknown> {
    const [row] = await database.read(
      sql`SELECT position, digest FROM receipt_chain
        WHERE organisation_id = ${value(caller.organisationId)}`,
    );
    return { length: row?.["position"] ?? 0, digest: row?.["digest"] ?? null };
  }
}
