import { ObjectType } from "type-graphql";
import { Column } from "typeorm";
import type { RowScope } from "../../access/row-scope";
import { KeyOf } from "../../graph/fields/relation";
import { Enterprise } from "./enterprise.entity";
import { Insurer } from "./insurer.entity";
import { StatedRow } from "./stated-row";

/**
 * What every row about an insured enterprise carries: whose it is and where, copied from the
 * enterprise so that each statement can limit its rows by an index of its own table, and where
 * it came from. Region and sector are private columns: the enterprise publishes them.
 */
@ObjectType()
export abstract class InsuredRow extends StatedRow {
  @KeyOf(() => Insurer)
  insurerId!: string;

  @KeyOf(() => Enterprise)
  enterpriseId!: string;

  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  @Column({ type: "varchar", length: 40 })
  sector!: string;
}

/** The usual reach of such rows: jurisdiction × sectors, own insurer, own enterprise. */
export const insuredScope: RowScope = {
  existing: "{t}.voided = 0",
  authority: { region: "region_code", sector: "sector" },
  insurer: { column: "insurer_id" },
  serviceAgency: "nobody",
  enterprise: { column: "enterprise_id" },
};
