import { Column, Entity, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";

/**
 * The one row per record that everybody locks who changes the record or waits for it, so that no
 * change is lost and no wake-up is missed. Version 0: others wait for a record that has not come.
 */
@Entity("record_head")
export class RecordHeadEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  recordId!: string;

  /** The current version; what is stated next builds on it. */
  @Column({ type: "int" })
  version!: number;

  /** Of the current version's content: tells a repetition from a change. */
  @Column({ type: "varchar", length: 64, nullable: true })
  digest!: string | null;

  @Column({ type: "tinyint" })
  voided!: number;
}
