import { Extensions, Field, InputType, Int, ObjectType } from "type-graphql";
import type { Label } from "../../access/label";
import { DayScalar, FenScalar } from "../../graph/scalars";

const label: Label = "quality";

function Out(type: () => unknown, description: string, nullable = false): PropertyDecorator {
  return (target, property) => {
    Extensions({ label })(target, property as string);
    Field(type as never, { nullable, description })(target, property);
  };
}

/** Whose books they are follows from the caller, so it asks for no right to write others' data. */
function In(type: () => unknown, description: string): PropertyDecorator {
  return (target, property) => {
    Extensions({ label, mention: "SELECT" })(target, property as string);
    Field(type as never, { description })(target, property);
  };
}

@InputType({ description: "分桶摘要 The records of one bucket, taken together." })
export class BucketDigestInput {
  @In(() => Int, "桶号 First byte of the SHA-256 of the source keys, 0 to 255.")
  bucket!: number;

  @In(() => Int, "条数 Number of records.")
  count!: number;

  @In(() => String, "摘要 SHA-256 of the lines `sourceKey TAB digest LF` in byte order, in hex.")
  digest!: string;
}

@InputType({ description: "金额合计 A sum." })
export class BookSumInput {
  @In(() => String, "名称 Name of the money field.")
  name!: string;

  @In(() => FenScalar, "合计（分） Sum in fen.")
  amountFen!: string;
}

@InputType({ description: "对账 What the insurer's books of a day come to." })
export class ReconcileInput {
  @In(() => String, "记录类型 Record type, e.g. policy.")
  recordType!: string;

  @In(() => DayScalar, "业务日期 The business day.")
  day!: string;

  @In(() => Int, "条数 Number of records that are not void.")
  count!: number;

  @In(() => [BookSumInput], "金额合计 Sum of each money field of the type.")
  sums!: BookSumInput[];

  @In(() => [BucketDigestInput], "分桶摘要 Buckets that have records.")
  buckets!: BucketDigestInput[];
}

@InputType({ description: "记录摘要 One record of the insurer's books." })
export class BookEntryInput {
  @In(() => String, "来源键 Source key.")
  sourceKey!: string;

  @In(() => String, "摘要 SHA-256 of the canonical JSON of its content, in hex.")
  digest!: string;
}

@InputType({ description: "分桶对账 The records of one bucket." })
export class ReconcileBucketInput {
  @In(() => String, "记录类型 Record type.")
  recordType!: string;

  @In(() => DayScalar, "业务日期 The business day.")
  day!: string;

  @In(() => Int, "桶号 Bucket, 0 to 255.")
  bucket!: number;

  @In(() => [BookEntryInput], "记录 Its records in the insurer's books.")
  records!: BookEntryInput[];
}

@ObjectType({ description: "有差异的桶 A bucket that differs." })
export class DifferingBucketOutput {
  @Out(() => Int, "桶号 Bucket.")
  bucket!: number;

  @Out(() => Int, "申报条数 Records in the insurer's books.")
  stated!: number;

  @Out(() => Int, "平台条数 Records at the hub.")
  recorded!: number;
}

@ObjectType({ description: "合计比较 A sum of either side." })
export class ComparedSumOutput {
  @Out(() => String, "名称 Name of the money field.")
  name!: string;

  @Out(() => FenScalar, "申报值 As stated; null: not stated.", true)
  stated!: string | null;

  @Out(() => FenScalar, "平台值 At the hub; null: no sum of this type.", true)
  recorded!: string | null;
}

@ObjectType({ description: "对账结果 What comparing the books of a day came to." })
export class Reconciliation {
  @Out(() => Boolean, "是否一致 Count, sums and all buckets are equal.")
  agrees!: boolean;

  @Out(() => Int, "平台条数 Records at the hub that are not void.")
  recorded!: number;

  @Out(() => Int, "等待条数 Records that wait at the hub for others; not among the recorded.")
  waiting!: number;

  @Out(() => [ComparedSumOutput], "合计 Sums of either side.")
  sums!: ComparedSumOutput[];

  @Out(() => [DifferingBucketOutput], "有差异的桶 Buckets to look into.")
  differing!: DifferingBucketOutput[];
}

@ObjectType({ description: "分桶对账结果 What the records of one bucket differ in." })
export class BucketReconciliation {
  @Out(() => [String], "平台缺少 Source keys the hub does not have.")
  missingAtHub!: string[];

  @Out(() => [String], "平台等待中 Those of them that wait at the hub for other records.")
  waitingAtHub!: string[];

  @Out(() => [String], "机构缺少 Source keys the insurer does not have.")
  missingAtInsurer!: string[];

  @Out(() => [String], "内容不同 Source keys both have, with other content.")
  different!: string[];
}
