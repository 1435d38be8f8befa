import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";

/** That a submitter compared its books of a day with the hub's, and what came out. Append-only. */
@Entity("reconciliation")
@Index(["ownerId", "recordType", "day", "reconciledAt"])
export class ReconciliationEntity {
  @PrimaryGeneratedColumn({ type: "bigint" })
  sequence!: string;

  @Column({ type: "varchar", length: entityIdLength })
  ownerId!: string;

  @Column({ type: "varchar", length: 40 })
  recordType!: string;

  @Column({ type: "date" })
  day!: string;

  /** Records in the submitter's books and at the hub. */
  @Column({ type: "int" })
  stated!: number;

  @Column({ type: "int" })
  recorded!: number;

  @Column({ type: "int" })
  differingBuckets!: number;

  /** 1 when count, sums and all digests are equal. */
  @Column({ type: "tinyint" })
  agrees!: number;

  @Column({ type: "varchar", length: 64 })
  organisationId!: string;

  @Column({ type: "varchar", length: 200 })
  person!: string;

  @Column({ type: "datetime", precision: 6 })
  reconciledAt!: string;
}
