import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";
import { keyMax } from "./columns";

/**
 * One act of reporting that counted. The index makes a key unique for ever; the receipt is kept as
 * text, so that a repeated call gets the very answer the first one got. Never updated once its
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

  @Column({ type: "longtext" })
  receipt!: string;

  @Column({ type: "datetime", precision: 6 })
  receivedAt!: string;
}
