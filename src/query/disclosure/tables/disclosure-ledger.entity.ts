import { Column, Entity, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../../database/entity-id";

/**
 * What an organisation was told of a field it holds for aggregates only: one row, locked while an
 * answer is judged, so that no two answers pass each other, on any instance, and no restart forgets.
 */
@Entity("disclosure_ledger")
export class DisclosureLedgerEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  organisationId!: string;

  /** `Type.field`. */
  @PrimaryColumn({ type: "varchar", length: 120 })
  field!: string;

  /** See `ledger.ts`; empty before the first answer. */
  @Column({ type: "longtext" })
  told!: string;
}
