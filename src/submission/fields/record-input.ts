import { Extensions, Field, InputType, Int } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar } from "../../graph/scalars";
import type { Json } from "../canonical-json";
import { ChangeReason } from "../change-reason";
import { RecordAction } from "../record-action";
import type { FieldShape } from "./record-shape";

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

const sourceKeyMax = 100;

/** The envelope as fields like those of the content, in the order in which files have them. */
export const envelopeShape: readonly Omit<FieldShape, "label">[] = [
  {
    ...{ name: "sourceKey", kind: "text", nullable: false, max: sourceKeyMax },
    description: "来源键 The submitter's own key of the record (≤ 100).",
  },
  {
    ...{ name: "action", kind: "enum", nullable: true },
    description: "动作 What is said.",
  },
  {
    ...{ name: "baseVersion", kind: "int", nullable: true },
    description: "基准版本 Version a change builds on.",
  },
  {
    ...{ name: "effectiveFrom", kind: "day", nullable: true },
    description: "生效日期 Day an amendment applies from.",
  },
  {
    ...{ name: "reason", kind: "enum", nullable: true },
    description: "原因 Reason of a correction.",
  },
];

function described(name: string): string {
  return envelopeShape.find((field) => field.name === name)?.description ?? name;
}

/** The class that record inputs of a type extend; its fields carry the label of the type's row. */
export function recordInput(label: Label): abstract new () => RecordEnvelope {
  @InputType()
  abstract class Envelope implements RecordEnvelope {
    @Extensions({ label })
    @Field(() => String, { description: described("sourceKey") })
    sourceKey!: string;

    @Extensions({ label })
    @Field(() => RecordAction, {
      defaultValue: RecordAction.NEW,
      description: described("action"),
    })
    action!: RecordAction;

    @Extensions({ label })
    @Field(() => Int, { nullable: true, description: described("baseVersion") })
    baseVersion?: number | null;

    @Extensions({ label })
    @Field(() => DayScalar, { nullable: true, description: described("effectiveFrom") })
    effectiveFrom?: string | null;

    @Extensions({ label })
    @Field(() => ChangeReason, { nullable: true, description: described("reason") })
    reason?: ChangeReason | null;
  }
  return Envelope;
}
