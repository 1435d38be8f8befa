import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { keyMax } from "./columns";

/**
 * Everything that was ever stated, in the order it was accepted: append-only, never updated or
 * deleted. The tables the graph reads are derived from it in the same transaction.
 */
@Entity("record_version")
@Index(["recordId", "version"], { unique: true })
@Index(["ownerId", "recordType", "businessDay"])
export class RecordVersionEntity {
  @PrimaryGeneratedColumn({ type: "bigint" })
  sequence!: string;

  @Column({ type: "varchar", length: entityIdLength })
  recordId!: string;

  @Column({ type: "int" })
  version!: number;

  @Column({ type: "varchar", length: 40 })
  recordType!: string;

  /** The insurer whose record it is. */
  @Column({ type: "varchar", length: entityIdLength })
  ownerId!: string;

  @Column({ type: "varchar", length: keyMax })
  sourceKey!: string;

  @Column({ type: "varchar", length: 20 })
  action!: string;

  @Column({ type: "date", nullable: true })
  effectiveFrom!: string | null;

  @Column({ type: "varchar", length: 40, nullable: true })
  reason!: string | null;

  /** The content as canonical JSON. */
  @Column({ type: "longtext" })
  payload!: string;

  @Column({ type: "varchar", length: 64 })
  digest!: string;

  /** No foreign key: its index would serve nobody, and every version would pay for it. */
  @Column({ type: "varchar", length: entityIdLength })
  submissionId!: string;

  @Column({ type: "datetime", precision: 6 })
  receivedAt!: string;

  /** The day the record is about (see business-day.ts): what streams and reconciliation count by. */
  @Column({ type: "date", nullable: true })
  businessDay!: string | null;

  /** When it became the current version: later than its arrival if it waited or was held. */
  @Column({ type: "datetime", precision: 6, nullable: true })
  recordedAt!: string | null;

  @Column({ type: "varchar", length: 20 })
  ruleSetVersion!: string;
}
