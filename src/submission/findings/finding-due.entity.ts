import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/**
 * What is to be judged again, written in the transaction that changes the data and deleted in the
 * one that judges: a crash in between loses nothing. Append-only until then, so that writers never
 * wait for whoever judges.
 */
@Entity("finding_due")
export class FindingDueEntity {
  @PrimaryGeneratedColumn({ type: "bigint" })
  sequence!: string;

  /** The table of a changed row; or the key of a rule, for a subject that the row belonged to. */
  @Column({ type: "varchar", length: 60 })
  what!: string;

  @Column({ type: "varchar", length: 64 })
  rowId!: string;
}
