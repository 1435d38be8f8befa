import { Column, Index } from "typeorm";
import { Day, OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "./enterprise.entity";
import { Organisation } from "./organisation.entity";
import { rosterEntryScope } from "./roster-entry.scope";
import { Sector } from "./sector";

@GraphEntity({
  label: "enterprise",
  idPrefix: "ros",
  description: "应保底数台账条目 A listing of an enterprise in the roster of must-insure units.",
  scope: rosterEntryScope,
  order: { by: "listedOn", direction: "DESC" },
})
@Index(["listedById", "sourceKey"], { unique: true })
@Index(["enterpriseId", "listedOn"])
@Index(["regionCode", "listedOn"])
export class RosterEntry {
  id!: string;

  @KeyOf(() => Enterprise)
  enterpriseId!: string;

  @One("enterprise", () => Enterprise, "enterpriseId", "应保单位 The enterprise listed.")
  enterprise!: Enterprise | null;

  /** Copied from the enterprise, for the row scope. */
  @Column({ type: "varchar", length: 9 })
  regionCode!: string;

  /** Copied from the enterprise, for the row scope. */
  @Column({ type: "varchar", length: 40 })
  enterpriseSector!: string;

  @OneOf("enterprise", Sector, "列入行业 Sector for which it must insure.")
  sector!: Sector;

  @Day("enterprise", "列入日期 Day from which it must insure.")
  listedOn!: string;

  @Day("enterprise", "移出日期 Day of removal from the roster; null while listed.", {
    nullable: true,
  })
  delistedOn!: string | null;

  @Text("enterprise", "数据来源 Where the listing comes from.", { max: 200 })
  source!: string;

  /** Null for entries the hub was loaded with. */
  @KeyOf(() => Organisation, { nullable: true })
  listedById!: string | null;

  @One("enterprise", () => Organisation, "listedById", "列入部门 The authority that lists it.")
  listedBy!: Organisation | null;

  @Text(
    "quality",
    "来源键 The submitter's own key of the record; null when the hub came with it.",
    {
      max: 100,
      nullable: true,
    },
  )
  sourceKey!: string | null;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  /** 1 when the record was voided: the row stays, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}
