import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { SubmissionEntity } from "./submission.entity";

/**
 * What a submitter was told, as text, so that a repeated call gets the very answer the first one
 * got; with its place in the submitter's chain. Never updated once its transaction is over.
 */
@Entity("submission_receipt")
@Index(["organisationId", "position"], { unique: true })
export class SubmissionReceiptEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  @ForeignKey(() => SubmissionEntity, { onDelete: "RESTRICT", onUpdate: "RESTRICT" })
  submissionId!: string;

  /** SUBMITTED, RELEASED or DISCARDED. */
  @PrimaryColumn({ type: "varchar", length: 20 })
  kind!: string;

  @Column({ type: "varchar", length: 64 })
  organisationId!: string;

  /** Without what follows, which is known only when the chain is locked. */
  @Column({ type: "longtext" })
  body!: string;

  /** 1 for the first receipt of the submitter. Null in receipts from before there was a chain. */
  @Column({ type: "int", nullable: true })
  position!: number | null;

  @Column({ type: "varchar", length: 64, nullable: true })
  previousDigest!: string | null;

  @Column({ type: "varchar", length: 100, nullable: true })
  keyId!: string | null;

  @Column({ type: "varchar", length: 64, nullable: true })
  digest!: string | null;

  @Column({ type: "varchar", length: 400, nullable: true })
  signature!: string | null;
}
