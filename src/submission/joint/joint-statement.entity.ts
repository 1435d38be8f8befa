import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";

/**
 * That a record states something about a thing of which there is one row. Kept when the record
 * comes to speak of another thing (then as void): who once knew of a thing does not cease to.
 */
@Entity("joint_statement")
@Index(["recordId"])
export class JointStatementEntity {
  /** The row the statements lead to. */
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  thingId!: string;

  /** The record; the row itself for what the hub was loaded with. */
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  recordId!: string;

  /** Whose statement it is; null: the hub's. */
  @Column({ type: "varchar", length: entityIdLength, nullable: true })
  ownerId!: string | null;

  /** The version of the record that states it. */
  @Column({ type: "int" })
  version!: number;

  @Column({ type: "int" })
  standing!: number;

  @Column({ type: "date" })
  asOf!: string;

  @Column({ type: "tinyint" })
  voided!: number;

  /** What the hub was loaded with, as JSON; null for records, whose content is in their versions. */
  @Column({ type: "longtext", nullable: true })
  loaded!: string | null;
}
