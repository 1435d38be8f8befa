import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * Whom one or more answers were about: a set of ids under its own digest, so that the same page
 * asked again stores nothing. What the digest stands for cannot be changed unnoticed.
 */
@Entity("access_log_subject_set")
export class AccessLogSubjectSetEntity {
  /** SHA-256 of `ids`, base64url. */
  @PrimaryColumn({ type: "varchar", length: 43 })
  digest!: string;

  /** The ids in order, with commas between them. */
  @Column({ type: "mediumtext" })
  ids!: string;
}
