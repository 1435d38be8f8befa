import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { keyMax } from "./columns";

/**
 * One act of reporting that counted. The index makes a key unique for ever. Never updated once its
 * transaction is over. Private: receipts are answered to the submitter only.
 */
@Entity("submission")
@Index(["organisationId", "mode", "submissionKey"], { unique: true })
@Index(["organisationId", "recordType", "receivedAt"])
export class SubmissionEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  id!: string;

  @Column({ type: "varchar", length: 64 })
  organisationId!: string;

  @Column({ type: "varchar", length: 20 })
  mode!: string;

  @Column({ type: "varchar", length: keyMax })
  submissionKey!: string;

  @Column({ type: "varchar", length: 64 })
  fingerprint!: string;

  @Column({ type: "varchar", length: 40 })
  recordType!: string;

  /** Records it corrected and voided: what makes a day's changes too many is their sum. */
  @Column({ type: "int", default: 0 })
  corrected!: number;

  @Column({ type: "int", default: 0 })
  voided!: number;

  @Column({ type: "datetime", precision: 6 })
  receivedAt!: string;
}
