import { Column, Entity, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../database/entity-id";

/** That a submitter has nothing to report of a day, said by somebody. Never taken back. */
@Entity("nil_declaration")
export class NilDeclarationEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  ownerId!: string;

  @PrimaryColumn({ type: "varchar", length: 40 })
  recordType!: string;

  @PrimaryColumn({ type: "date" })
  day!: string;

  @Column({ type: "varchar", length: 64 })
  organisationId!: string;

  @Column({ type: "varchar", length: 200 })
  person!: string;

  @Column({ type: "datetime", precision: 6 })
  declaredAt!: string;
}
