import type { EntityClass } from "../../query/entity-model";
import { HeldSubmissionEntity } from "./held-submission.entity";
import { JointStatementEntity } from "../joint/joint-statement.entity";
import { NilDeclarationEntity } from "./nil-declaration.entity";
import { DailyFigureEntity } from "../findings/daily-figure.entity";
import { FindingClockEntity } from "../findings/finding-clock.entity";
import { FindingDueEntity } from "../findings/finding-due.entity";
import { PendingRecordEntity } from "./pending-record.entity";
import { ReceiptChainEntity } from "./receipt-chain.entity";
import { ReconciliationEntity } from "./reconciliation.entity";
import { RecordHeadEntity } from "./record-head.entity";
import { RecordVersionEntity } from "./record-version.entity";
import { SubmissionReceiptEntity } from "./submission-receipt.entity";
import { SubmissionEntity } from "./submission.entity";

/** The tables the submission engine keeps; none of them is published. */
export const submissionTables: readonly EntityClass[] = [
  SubmissionEntity,
  SubmissionReceiptEntity,
  ReceiptChainEntity,
  HeldSubmissionEntity,
  RecordVersionEntity,
  JointStatementEntity,
  RecordHeadEntity,
  PendingRecordEntity,
  FindingDueEntity,
  FindingClockEntity,
  DailyFigureEntity,
  NilDeclarationEntity,
  ReconciliationEntity,
];
