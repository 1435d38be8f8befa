import { ObjectType } from "type-graphql";
import { Column } from "typeorm";
import type { RowScope } from "../../access/row-scope";
import { Text, Whole } from "../../graph/fields/field";
import { KeyOf } from "../../graph/fields/relation";
import { Enterprise } from "./enterprise.entity";
import { Insurer } from "./insurer.entity";

/**
 * What every row about an insured enterprise carries: whose it is and where, copied from the
 * enterprise so that each statement can limit its rows by an index of its own table, and where
 * it came from. Region and sector are private columns: the enterprise publishes them.
 */
@ObjectType()
export abstract class InsuredRow {
  id!: string;

  @KeyOf(() => Insurer)
  insurerId!: string;

  @KeyOf(() => Enterprise)
  enterpriseId!: string;

  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  @Column({ type: "varchar", length: 40 })
  sector!: string;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays for those that refer to it, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}

/** The usual reach of such rows: jurisdiction × sectors, own insurer, own enterprise. */
export const insuredScope: RowScope = {
  existing: "{t}.voided = 0",
  authority: { region: "region_code", sector: "sector" },
  insurer: { column: "insurer_id" },
  serviceAgency: "nobody",
  enterprise: { column: "enterprise_id" },
};
