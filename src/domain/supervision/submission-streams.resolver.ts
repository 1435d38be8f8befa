import { Arg, Args, ArgsType, Ctx, Extensions, Field, InputType } from "type-graphql";
import { Mutation, Query, Resolver } from "type-graphql";
import type { Label } from "../../access/label";
import { instantFromDatabase } from "../../database/calendar";
import { HubError } from "../../error/hub-error";
import { declareArgument } from "../../graph/argument-labels";
import type { HubContext } from "../../graph/context";
import { DayScalar } from "../../graph/scalars";
import { ownerOf } from "../../submission/owner";
import { recordTypes } from "../../submission/record-type";
import { declareNil } from "../../submission/streams/declare-nil";
import { NilDeclaration, SubmissionStream } from "../../submission/streams/submission-stream";
import { streamsOf } from "./streams-of";

const label: Label = "quality";
const submitters = ["INSURER"] as const;

for (const name of ["from", "to", "recordType", "insurer"])
  declareArgument(`Query.submissionStreams.${name}`, { label });
declareArgument("Mutation.declareNothingToReport.input", { label });

@ArgsType()
class SubmissionStreamsArgs {
  @Field(() => DayScalar, { description: "起始日 First business day." })
  from!: string;

  @Field(() => DayScalar, { description: "截止日 Last business day; at most 31 days." })
  to!: string;

  @Field(() => String, { nullable: true, description: "记录类型 One record type; all if absent." })
  recordType?: string | null;

  @Field(() => String, { nullable: true, description: "报送机构代码 One insurer, by its code." })
  insurer?: string | null;
}

@InputType({ description: "无数据申明 That there is nothing to report of a day." })
class NothingToReportInput {
  // Whose stream it is follows from the caller, so it asks for no right to write others' data.
  @Extensions({ label, mention: "SELECT" })
  @Field(() => String, { description: "记录类型 Record type, e.g. policy." })
  recordType!: string;

  @Extensions({ label, mention: "SELECT" })
  @Field(() => DayScalar, { description: "业务日期 The day, today at the latest." })
  day!: string;
}

/** Silence is not completeness: what each insurer has reported of each day, or declared. */
@Resolver()
export class SubmissionStreamsResolver {
  @Extensions({ label })
  @Query(() => [SubmissionStream], {
    description: "报送流 Streams of the caller, or of the insurers seated in its jurisdiction.",
  })
  submissionStreams(
    @Args(() => SubmissionStreamsArgs) args: SubmissionStreamsArgs,
    @Ctx() context: HubContext,
  ): Promise<unknown> {
    const { from, to, recordType = null, insurer = null } = args;
    return streamsOf(context, { from, to, recordType, insurer });
  }

  @Extensions({ label, mention: "SELECT", callers: submitters })
  @Mutation(() => NilDeclaration, {
    nullable: true,
    description: "申明无数据 Declares that there is nothing to report of a day.",
  })
  async declareNothingToReport(
    @Arg("input", () => NothingToReportInput) { recordType, day }: NothingToReportInput,
    @Ctx() context: HubContext,
  ): Promise<unknown> {
    const owner = ownerOf(context.caller);
    const type = recordTypes().find(({ name }) => name === recordType);
    if (!type?.submitters.includes("INSURER") || owner === null)
      throw new HubError("BAD_USER_INPUT", { reason: `recordType: no stream ${recordType}` });
    if (day > context.clock.today)
      throw new HubError("BAD_USER_INPUT", { reason: "day: nobody knows of a day to come" });
    const declaredAt = await declareNil(context, { owner, recordType, day });
    return { recordType, day, declaredAt: instantFromDatabase(declaredAt) };
  }
}
