import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/**
 * Rows that are to be judged again, written in the transaction that changes the data and deleted in
 * the one that judges: a crash in between loses nothing. Append-only until then, so that writers
 * never wait for whoever judges. Many rows are one note: a thousand cost what one does.
 */
@Entity("finding_due")
export class FindingDueEntity {
  @PrimaryGeneratedColumn({ type: "bigint" })
  sequence!: string;

  /** The table of a changed row; or the key of a rule, for a subject that the row belonged to. */
  @Column({ type: "varchar", length: 60 })
  what!: string;

  /** With blanks between them, of which ids have none. */
  @Column({ type: "mediumtext" })
  rowIds!: string;

  @Column({ type: "int" })
  rowCount!: number;
}
