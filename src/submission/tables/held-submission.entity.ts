import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { SubmissionEntity } from "./submission.entity";

/** A submission of which nothing was applied, until an officer decides about it, once. */
@Entity("held_submission")
@Index(["regulator", "regionPrefix", "heldAt"])
@Index(["organisationId", "heldAt"])
export class HeldSubmissionEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  @ForeignKey(() => SubmissionEntity, { onDelete: "RESTRICT", onUpdate: "RESTRICT" })
  submissionId!: string;

  /** Who sent it, where that organisation has its seat, and whose records it is about. */
  @Column({ type: "varchar", length: 64 })
  organisationId!: string;

  @Column({ type: "varchar", length: 9 })
  regionPrefix!: string;

  @Column({ type: "varchar", length: entityIdLength })
  ownerId!: string;

  @Column({ type: "varchar", length: 40 })
  recordType!: string;

  /** The organisation type that decides: the owner of the class of data. */
  @Column({ type: "varchar", length: 40 })
  regulator!: string;

  @Column({ type: "int" })
  records!: number;

  /** The broken rules, as JSON. */
  @Column({ type: "longtext" })
  findings!: string;

  /** Its records as they would be stored, as JSON, with what rejected them if anything did. */
  @Column({ type: "longtext" })
  changes!: string;

  @Column({ type: "datetime", precision: 6 })
  heldAt!: string;

  /** RELEASED or DISCARDED; null while nobody has decided. */
  @Column({ type: "varchar", length: 20, nullable: true })
  decision!: string | null;

  @Column({ type: "varchar", length: 64, nullable: true })
  decidedById!: string | null;

  @Column({ type: "varchar", length: 200, nullable: true })
  decidedPerson!: string | null;

  @Column({ type: "varchar", length: 500, nullable: true })
  note!: string | null;

  @Column({ type: "datetime", precision: 6, nullable: true })
  decidedAt!: string | null;
}
