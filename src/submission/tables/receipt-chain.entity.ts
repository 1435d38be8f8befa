import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * The end of each submitter's chain of receipts. Whoever adds a link locks this row last and keeps
 * it until the commit, so that two submissions at once cannot both follow the same receipt.
 */
@Entity("receipt_chain")
export class ReceiptChainEntity {
  @PrimaryColumn({ type: "varchar", length: 64 })
  organisationId!: string;

  @Column({ type: "int" })
  position!: number;

  @Column({ type: "varchar", length: 64, nullable: true })
  digest!: string | null;
}
