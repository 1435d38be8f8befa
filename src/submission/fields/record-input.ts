import { Extensions, Field, InputType, Int } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar } from "../../graph/scalars";
import type { Json } from "../canonical-json";
import { ChangeReason } from "../change-reason";
import { RecordAction } from "../record-action";

/** What every record says besides its content: which one it is, and what is said about it. */
export interface RecordEnvelope {
  sourceKey: string;
  action?: RecordAction | null;
  baseVersion?: number | null;
  effectiveFrom?: string | null;
  reason?: ChangeReason | null;
}

/** The names of the envelope; everything else of a record is its content. */
export const envelopeNames: ReadonlySet<string> = new Set([
  "action",
  "baseVersion",
  "effectiveFrom",
  "reason",
]);

/** A record as it arrives: the envelope and what its type has besides. */
export type RecordJson = RecordEnvelope & Readonly<Record<string, Json | undefined>>;

/** The class that record inputs of a type extend; its fields carry the label of the type's row. */
export function recordInput(label: Label): abstract new () => RecordEnvelope {
  @InputType()
  abstract class Envelope implements RecordEnvelope {
    @Extensions({ label })
    @Field(() => String, { description: "来源键 The submitter's own key of the record (≤ 100)." })
    sourceKey!: string;

    @Extensions({ label })
    @Field(() => RecordAction, {
      defaultValue: RecordAction.NEW,
      description: "动作 What is said.",
    })
    action!: RecordAction;

    @Extensions({ label })
    @Field(() => Int, { nullable: true, description: "基准版本 Version a change builds on." })
    baseVersion?: number | null;

    @Extensions({ label })
    @Field(() => DayScalar, {
      nullable: true,
      description: "生效日期 Day an amendment applies from.",
    })
    effectiveFrom?: string | null;

    @Extensions({ label })
    @Field(() => ChangeReason, { nullable: true, description: "原因 Reason of a correction." })
    reason?: ChangeReason | null;
  }
  return Envelope;
}
