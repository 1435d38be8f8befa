import { Column, Index } from "typeorm";
import { PrivateEntity } from "../../../graph/fields/private-entity";
import { DerivedPart } from "./derived-part";

/** A part of the MinHash of a service's report, by which reports like it are found (SVR-14). */
@PrivateEntity({ idPrefix: "txb" })
@Index(["serviceRecordId"])
@Index(["band", "value", "serviceRecordId"])
export class TextBand extends DerivedPart {
  /** Which part of the signature, from 0. */
  @Column({ type: "tinyint" })
  band!: number;

  @Column({ type: "int", unsigned: true })
  value!: number;
}
