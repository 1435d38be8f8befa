import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { keyMax } from "./columns";
import { SubmissionEntity } from "./submission.entity";

/**
 * A record that waits for one it refers to. It stays until that arrives, however late; what became
 * of it is kept here, because its receipt said no more than that it waits.
 */
@Entity("pending_record")
@Index(["waitsForId"])
@Index(["recordId"])
@Index(["ownerId", "recordType", "waitsUntil"])
@Index(["ownerId", "recordType", "businessDay"])
export class PendingRecordEntity {
  @PrimaryGeneratedColumn({ type: "bigint" })
  sequence!: string;

  @Column({ type: "varchar", length: entityIdLength })
  recordId!: string;

  @Column({ type: "varchar", length: 40 })
  recordType!: string;

  @Column({ type: "varchar", length: entityIdLength })
  ownerId!: string;

  @Column({ type: "varchar", length: keyMax })
  sourceKey!: string;

  @Column({ type: "varchar", length: 20 })
  action!: string;

  @Column({ type: "int", nullable: true })
  baseVersion!: number | null;

  @Column({ type: "date", nullable: true })
  effectiveFrom!: string | null;

  @Column({ type: "varchar", length: 40, nullable: true })
  reason!: string | null;

  @Column({ type: "longtext" })
  payload!: string;

  @Column({ type: "varchar", length: 64 })
  digest!: string;

  @Column({ type: "date", nullable: true })
  businessDay!: string | null;

  /** Null once it no longer waits. */
  @Column({ type: "varchar", length: entityIdLength, nullable: true })
  waitsForId!: string | null;

  @Column({ type: "date" })
  waitsUntil!: string;

  @Column({ type: "varchar", length: entityIdLength })
  @ForeignKey(() => SubmissionEntity, { onDelete: "RESTRICT", onUpdate: "RESTRICT" })
  submissionId!: string;

  @Column({ type: "datetime", precision: 6 })
  receivedAt!: string;

  /** ACCEPTED, UNCHANGED or REJECTED, with the findings as JSON; null while it waits. */
  @Column({ type: "varchar", length: 20, nullable: true })
  outcome!: string | null;

  @Column({ type: "longtext", nullable: true })
  findings!: string | null;

  @Column({ type: "datetime", precision: 6, nullable: true })
  settledAt!: string | null;
}
