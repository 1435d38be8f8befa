import type { EntityClass } from "../../query/entity-model";
import { PendingRecordEntity } from "./pending-record.entity";
import { RecordHeadEntity } from "./record-head.entity";
import { RecordVersionEntity } from "./record-version.entity";
import { SubmissionEntity } from "./submission.entity";

/** The tables the submission engine keeps; none of them is published. */
export const submissionTables: readonly EntityClass[] = [
  SubmissionEntity,
  RecordVersionEntity,
  RecordHeadEntity,
  PendingRecordEntity,
];
