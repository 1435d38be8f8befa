import { Column, Index } from "typeorm";
import { Day, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "./enterprise.entity";
import { rosterEntryScope } from "./roster-entry.scope";
import { Sector } from "./sector";

@GraphEntity({
  label: "enterprise",
  idPrefix: "ros",
  description: "应保底数台账条目 A listing of an enterprise in the roster of must-insure units.",
  scope: rosterEntryScope,
  order: { by: "listedOn", direction: "DESC" },
})
@Index(["enterpriseId", "listedOn", "sector"], { unique: true })
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
}
