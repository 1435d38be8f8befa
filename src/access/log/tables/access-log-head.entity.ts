import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * Where the access log ends and where it begins: one row, locked by whoever appends. Its MAC keeps
 * who can write the database but has no key from moving either end.
 */
@Entity("access_log_head")
export class AccessLogHeadEntity {
  /** Always 1. */
  @PrimaryColumn({ type: "tinyint" })
  id!: number;

  /** Number of the last entry; 0 before the first. */
  @Column({ type: "bigint" })
  seq!: string;

  /** Hash of the last entry. */
  @Column({ type: "varchar", length: 43 })
  hash!: string;

  /** Number of the first entry that is kept: those before it were removed when they expired. */
  @Column({ type: "bigint" })
  firstSeq!: string;

  /** Hash of the entry before the first that is kept. */
  @Column({ type: "varchar", length: 43 })
  hashBefore!: string;

  /** Which key made the MAC. */
  @Column({ type: "varchar", length: 22 })
  keyId!: string;

  @Column({ type: "varchar", length: 43 })
  mac!: string;
}
