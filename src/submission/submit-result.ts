import { createUnionType, Extensions, Field, ID, Int, ObjectType } from "type-graphql";
import type { Label } from "../access/label";
import { DayScalar, FenScalar, InstantScalar } from "../graph/scalars";
import { Acceptance } from "./acceptance";
import type { Plain } from "./plain";
import { RecordStatus } from "./record-status";
import type { Finding } from "./rule";
import { ReceiptKind } from "./receipts/receipt-kind";
import { Severity } from "./severity";
import { SubmissionMode } from "./submission-mode";

/**
 * What a submission is answered with, it is answered to its submitter only, whoever that is: an
 * enterprise or agency, which reads no `quality` of others, has to read what became of its own.
 */
const label: Label = "public";

/** A labelled output field. */
function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

@ObjectType({ description: "校验发现 A rule that was broken." })
export class RecordFinding {
  @Out(() => String, "规则编号 Id of the rule, see rules.md.")
  ruleId!: string;

  @Out(() => Severity, "严重程度 What the breach means.")
  severity!: Severity;

  @Out(() => String, "位置 JSON path in the record, or in the input of the submission.")
  path!: string;

  @Out(() => String, "说明（中文） What is wrong, in Chinese.")
  zh!: string;

  @Out(() => String, "说明（英文） What is wrong, in English.")
  en!: string;

  @Out(() => String, "依据 Legal basis.")
  legalBasis!: string;
}

@ObjectType({ description: "单条受理结果 What became of one record." })
export class RecordOutcome {
  @Out(() => Int, "序号 Place in the submission, from 0.")
  index!: number;

  @Out(() => String, "来源键 The submitter's own key.")
  sourceKey!: string;

  @Out(() => ID, "标识 Id of the record, whether it is there or not.")
  recordId!: string;

  @Out(() => RecordStatus, "受理结果 What became of it.")
  status!: RecordStatus;

  @Out(() => Int, "版本 The version it became, else the hub's current one; null: none.", true)
  version!: number | null;

  @Out(() => ID, "等待 Id of the record it waits for.", true)
  waitsForId!: string | null;

  @Out(() => DayScalar, "等待期限 Day until which it may wait.", true)
  waitsUntil!: string | null;

  @Out(() => [RecordFinding], "校验发现 Broken rules.")
  findings!: Finding[];
}

@ObjectType({ description: "报送回执 What became of a submission that was processed." })
export class SubmissionReceipt {
  @Out(() => ID, "报送编号 Id of the submission.")
  submissionId!: string;

  @Out(() => String, "报送机构 Code of the organisation that submitted.")
  submitter!: string;

  @Out(() => String, "报送键 The submitter's key.")
  submissionKey!: string;

  @Out(() => SubmissionMode, "报送模式 Whether it counted.")
  mode!: SubmissionMode;

  @Out(() => Acceptance, "受理方式 What one rejected record meant for the others.")
  acceptance!: Acceptance;

  @Out(() => String, "记录类型 Type of its records.")
  recordType!: string;

  @Out(() => String, "指纹 SHA-256 of the canonical JSON (RFC 8785) of the input.")
  fingerprint!: string;

  @Out(() => Boolean, "重放 True when this is the receipt of an earlier, equal call.")
  replayed!: boolean;

  @Out(() => InstantScalar, "接收时间 When it was received.")
  receivedAt!: string;

  @Out(() => String, "规则集版本 Version of the rules it was judged by.")
  ruleSetVersion!: string;

  @Out(() => Int, "报送条数 Records sent = accepted + unchanged + pending + rejected + held.")
  sent!: number;

  @Out(() => Int, "受理条数 Records accepted.")
  accepted!: number;

  @Out(() => Int, "相同条数 Records that said what the hub had.")
  unchanged!: number;

  @Out(() => Int, "等待条数 Records that wait for others.")
  pending!: number;

  @Out(() => Int, "退回条数 Records rejected.")
  rejected!: number;

  @Out(() => Int, "暂缓条数 Records held with the whole submission; nothing of it was applied.")
  held!: number;

  @Out(() => ReceiptKind, "回执种类 What it answers.")
  kind!: ReceiptKind;

  @Out(() => InstantScalar, "出具时间 When it was issued.")
  issuedAt!: string;

  @Out(() => [RecordFinding], "整批校验发现 Broken rules of the submission as a whole.")
  findings!: Finding[];

  @Out(() => [RecordOutcome], "逐条结果 One outcome for each record, in order.")
  outcomes!: Plain<RecordOutcome>[];

  @Out(() => Int, "回执序号 Place among the submitter's receipts, from 1; null: no link.", true)
  position!: number | null;

  @Out(() => String, "上一回执摘要 Digest of the receipt before it; null: the first.", true)
  previousDigest!: string | null;

  @Out(() => String, "密钥标识 Key it is signed by, see /.well-known/hub-receipts.json.", true)
  keyId!: string | null;

  @Out(() => String, "回执摘要 SHA-256 of what is signed; null when only validated.", true)
  digest!: string | null;

  @Out(() => String, "平台签名 Detached JWS (RFC 7797) of the receipt; null: validated.", true)
  signature!: string | null;
}

@ObjectType({
  description: "报送键冲突 The key was used for other content; nothing was processed.",
})
export class SubmissionKeyConflict {
  @Out(() => String, "报送键 The key.")
  submissionKey!: string;

  @Out(() => String, "原指纹 Fingerprint of what was sent first.")
  storedFingerprint!: string;

  @Out(() => String, "本次指纹 Fingerprint of what was sent now.")
  sentFingerprint!: string;

  @Out(() => [RecordFinding], "校验发现 The broken rule.")
  findings!: Finding[];
}

@ObjectType({ description: "控制总数的差异 A total that differs." })
export class ControlDifference {
  @Out(() => String, "名称 `count`, or the name of a sum.")
  name!: string;

  @Out(() => FenScalar, "申报值 As declared; null: not declared.", true)
  declared!: string | null;

  @Out(() => FenScalar, "实际值 As sent; null: no total of this type.", true)
  sent!: string | null;
}

@ObjectType({ description: "控制总数不符 Declared totals differ; nothing was processed." })
export class ControlTotalsMismatch {
  @Out(() => String, "报送键 The key; it was not used up.")
  submissionKey!: string;

  @Out(() => [ControlDifference], "差异 Every total that differs.")
  differences!: Plain<ControlDifference>[];

  @Out(() => [RecordFinding], "校验发现 The broken rule, once for each total.")
  findings!: Finding[];
}

@ObjectType({ description: "报送未受理 Refused as a whole; nothing was processed." })
export class SubmissionRefused {
  @Out(() => String, "报送键 The key; it was not used up.")
  submissionKey!: string;

  @Out(() => [RecordFinding], "校验发现 Broken rules.")
  findings!: Finding[];
}

type Named<Name extends string, T> = Plain<T> & { readonly __typename: Name };

/** What a submission is answered with, as the executor reads it. */
export type SubmitAnswer =
  | Named<"SubmissionReceipt", SubmissionReceipt>
  | Named<"SubmissionKeyConflict", SubmissionKeyConflict>
  | Named<"ControlTotalsMismatch", ControlTotalsMismatch>
  | Named<"SubmissionRefused", SubmissionRefused>;

/** The union of the API. */
export const SubmitResult = createUnionType({
  name: "SubmitResult",
  description: "报送结果 What became of a submission.",
  types: () =>
    [SubmissionReceipt, SubmissionKeyConflict, ControlTotalsMismatch, SubmissionRefused] as const,
  resolveType: (answer) => (answer as SubmitAnswer).__typename,
});
