import { ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { Text, Whole } from "../../graph/fields/field";

/** What every row has that some organisation stated: which record of its it is, and how it stands. */
@ObjectType()
export abstract class StatedRow {
  id!: string;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays for those that refer to it, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}
