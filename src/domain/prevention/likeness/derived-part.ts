import { Column } from "typeorm";
import { entityIdLength } from "../../../database/entity-id";

/** What every row carries that is derived from a service record and replaced with it. */
export abstract class DerivedPart {
  id!: string;

  @Column({ type: "varchar", length: entityIdLength })
  insurerId!: string;

  @Column({ type: "varchar", length: entityIdLength })
  serviceRecordId!: string;

  @Column({ type: "varchar", length: 100 })
  sourceKey!: string;

  @Column({ type: "int" })
  version!: number;
}
