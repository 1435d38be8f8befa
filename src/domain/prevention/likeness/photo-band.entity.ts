import { Column, Index } from "typeorm";
import { entityIdLength } from "../../../database/entity-id";
import { PrivateEntity } from "../../../graph/fields/private-entity";
import { DerivedPart } from "./derived-part";

/** A part of the perceptual hash of a photo, by which photos like it are found (SVR-12). */
@PrivateEntity({ idPrefix: "phb" })
@Index(["serviceRecordId"])
@Index(["band", "value", "serviceAgencyId", "hash"])
export class PhotoBand extends DerivedPart {
  @Column({ type: "varchar", length: entityIdLength, nullable: true })
  serviceAgencyId!: string | null;

  /** Which part of the hash, from 0. */
  @Column({ type: "tinyint" })
  band!: number;

  @Column({ type: "smallint", unsigned: true })
  value!: number;

  /** The whole hash. */
  @Column({ type: "bigint", unsigned: true })
  hash!: string;
}
