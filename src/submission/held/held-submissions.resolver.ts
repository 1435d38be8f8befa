import {
  Arg,
  Ctx,
  Extensions,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
} from "type-graphql";
import type { Label } from "../../access/label";
import { instantFromDatabase } from "../../database/calendar";
import type { Row } from "../../database/database";
import { readEntityId } from "../../database/entity-id";
import { sql, trusted } from "../../database/sql";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import type { Plain } from "../plain";
import { ReceiptKind } from "../receipts/receipt-kind";
import type { Finding } from "../rule";
import { SubmissionReceipt } from "../submit-result";
import { decideHeld, type HeldDecision } from "./decide-held";
import { heldDeciders, heldKnownTo } from "./held-reach";
import { HeldSubmission, type HeldDecisionMade } from "./held-submission";

const label: Label = "quality";
const listMax = 100;
const noteMax = 500;
/** Who decides is judged on the submission, so the act asks for no right to write its data. */
const act = { label, mention: "SELECT", callers: heldDeciders };

declareArgument("Query.heldSubmissions.first", { label });
declareArgument("Query.heldSubmissions.decided", { label });
declareArgument("Mutation.releaseSubmission.input", { label });
declareArgument("Mutation.discardSubmission.input", { label });

@InputType({ description: "放行决定 A decision about a held submission." })
class HeldDecisionInput {
  @Extensions({ label, mention: "SELECT" })
  @Field(() => ID, { description: "报送编号 Id of the submission." })
  submissionId!: string;

  @Extensions({ label, mention: "SELECT" })
  @Field(() => String, { description: "决定说明 Why; 1 to 500 characters." })
  note!: string;
}

/** Submissions that wait for an officer, and the officer's decision. */
@Resolver()
export class HeldSubmissionsResolver {
  @Extensions({ label })
  @Query(() => [HeldSubmission], {
    description: "暂缓批次列表 Held submissions: own ones, or of the jurisdiction; latest first.",
  })
  async heldSubmissions(
    @Ctx() { caller, database }: HubContext,
    @Arg("first", () => Int, { defaultValue: 20, description: "条数 How many (≤ 100)." })
    first: number,
    @Arg("decided", () => Boolean, { defaultValue: false, description: "已决定 Decided ones." })
    decided: boolean,
  ): Promise<Plain<HeldSubmission>[]> {
    if (!(first >= 1 && first <= listMax)) throw new HubError("BAD_PAGE", { limit: listMax });
    const rows = await database.read(
      sql`SELECT h.submission_id, h.record_type, h.records, h.findings, h.held_at, h.regulator,
          h.decision, h.decided_at, h.note, s.submission_key,
          JSON_VALUE(r.body, '$.submitter') AS submitter
        FROM held_submission h JOIN submission s ON s.id = h.submission_id
        JOIN submission_receipt r ON r.submission_id = s.id AND r.kind = 'SUBMITTED'
        WHERE ${heldKnownTo(caller)} AND h.decision IS ${trusted(decided ? "NOT NULL" : "NULL")}
        ORDER BY h.held_at DESC, h.submission_id LIMIT ${trusted(String(first))}`,
    );
    return rows.map(heldOf);
  }

  @Extensions(act)
  @Mutation(() => SubmissionReceipt, {
    nullable: true,
    description: "放行暂缓批次 Releases a held submission; null: there is none for the caller.",
  })
  releaseSubmission(
    @Arg("input", () => HeldDecisionInput) input: HeldDecisionInput,
    @Ctx() context: HubContext,
  ): Promise<unknown> {
    return decideHeld(context, decisionOf(input, ReceiptKind.RELEASED));
  }

  @Extensions(act)
  @Mutation(() => SubmissionReceipt, {
    nullable: true,
    description: "不予受理暂缓批次 Discards a held submission; null: there is none for the caller.",
  })
  discardSubmission(
    @Arg("input", () => HeldDecisionInput) input: HeldDecisionInput,
    @Ctx() context: HubContext,
  ): Promise<unknown> {
    return decideHeld(context, decisionOf(input, ReceiptKind.DISCARDED));
  }
}

function decisionOf(
  { submissionId, note }: HeldDecisionInput,
  decision: HeldDecision["decision"],
): HeldDecision {
  readEntityId(submissionId, "sbm");
  if (!note.trim() || [...note].length > noteMax || /[\0\p{Surrogate}]/u.test(note))
    throw new HubError("BAD_USER_INPUT", { reason: "note: 1 to 500 characters" });
  return { submissionId, note, decision };
}

function heldOf(row: Row): Plain<HeldSubmission> {
  const decidedAt = row["decided_at"] as string | null;
  return {
    submissionId: row["submission_id"] as string,
    submitter: row["submitter"] as string,
    submissionKey: row["submission_key"] as string,
    recordType: row["record_type"] as string,
    records: row["records"] as number,
    findings: JSON.parse(row["findings"] as string) as Finding[],
    heldAt: instantFromDatabase(row["held_at"] as string),
    regulator: row["regulator"] as string,
    decision: row["decision"] as HeldDecisionMade | null,
    decidedAt: decidedAt === null ? null : instantFromDatabase(decidedAt),
    note: row["note"] as string | null,
  };
}
