import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";

/**
 * What was done about a grant, and by whom; only ever added to. The highest number is what follows
 * the version of the matrix in the policy version, so every change makes a new one.
 */
@Entity("access_grant_event")
@Index(["grantId", "seq"])
export class AccessGrantEventEntity {
  @PrimaryGeneratedColumn({ type: "bigint" })
  seq!: string;

  @Column({ type: "varchar", length: entityIdLength })
  grantId!: string;

  /** REQUESTED, OWNER_APPROVED, RECEIVER_ACCEPTED, REVOKED. */
  @Column({ type: "varchar", length: 40 })
  act!: string;

  @Column({ type: "varchar", length: entityIdLength })
  organisationId!: string;

  @Column({ type: "varchar", length: 200 })
  person!: string;

  @Column({ type: "varchar", length: 500, nullable: true })
  note!: string | null;

  @Column({ type: "datetime", precision: 6 })
  at!: string;
}
