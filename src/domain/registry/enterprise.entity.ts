import { Column, Index } from "typeorm";
import { Day, Decimal, OneOf, Text, Whole, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { Datum } from "./datum";
import { enterpriseScope } from "./enterprise.scope";
import { OperatingStatus } from "./operating-status";
import { RiskGrade } from "./risk-grade";
import { Sector } from "./sector";

@GraphEntity({
  label: "enterprise",
  idPrefix: "ent",
  description: "投保单位 An enterprise that is, or must be, insured.",
  scope: enterpriseScope,
  order: { by: "uscc", direction: "ASC" },
  subject: "ENTERPRISE",
})
@Index(["uscc"], { unique: true })
@Index(["regionCode", "uscc"])
@Index(["regionCode", "sector"])
@Index(["nameFolded"])
export class Enterprise {
  id!: string;

  @Text("enterprise", "统一社会信用代码 Unified social credit code (GB 32100-2015).", { max: 18 })
  uscc!: string;

  @Text("enterprise", "单位名称 Name.", { max: 200 })
  name!: string;

  /** The name without what people write differently: finds one enterprise under two codes (ENT-06). */
  @Column({ type: "varchar", length: 200, nullable: true })
  nameFolded!: string | null;

  @Text("enterprise", "行政区划代码 Region, GB/T 2260.", { max: 9, region: true })
  regionCode!: string;

  @Text("enterprise", "地址 Address.", { max: 300 })
  address!: string;

  @OneOf("enterprise", Sector, "行业领域 Sector.")
  sector!: Sector;

  @Text("enterprise", "行业代码 Industry, GB/T 4754.", { max: 10 })
  industryCode!: string;

  @Whole("enterprise", "从业人数 Number of persons employed.")
  headcount!: number;

  @OneOf("enterprise", OperatingStatus, "经营状态 Operating status.")
  operatingStatus!: OperatingStatus;

  @YesNo(
    "enterprise",
    "应当投保 Must insure (in the roster of must-insure units); else encouraged.",
  )
  obligated!: boolean;

  @OneOf("enterprise", RiskGrade, "风险等级 Risk grade.", { nullable: true })
  riskGrade!: RiskGrade | null;

  @Day("enterprise", "评级日期 Day the risk grade was given.", { nullable: true })
  gradedOn!: string | null;

  @Whole("enterprise", "安全生产标准化等级 Standardisation grade, 1 (best) to 3; null when none.", {
    nullable: true,
  })
  standardisationGrade!: number | null;

  @Text("enterprise", "许可证编号 Number of its work safety or operating licence.", {
    max: 60,
    nullable: true,
  })
  licenceNo!: string | null;

  @Day("enterprise", "许可证有效期至 Last day of the licence.", { nullable: true })
  licenceExpiry!: string | null;

  @Text("enterprise", "法定代表人 Name of the legal representative.", { max: 60, nullable: true })
  legalRepresentative!: string | null;

  @Text("enterprise", "安全管理人员 Name of the safety manager.", { max: 60, nullable: true })
  safetyManagerName!: string | null;

  @Text("enterpriseContact", "安全管理人员电话 Phone of the safety manager.", {
    max: 30,
    nullable: true,
    mask: "phone",
  })
  safetyManagerPhone!: string | null;

  @Decimal("enterprise", "纬度 Latitude of the site, degrees north.", {
    precision: 9,
    scale: 6,
    nullable: true,
  })
  lat!: string | null;

  @Decimal("enterprise", "经度 Longitude of the site, degrees east.", {
    precision: 9,
    scale: 6,
    nullable: true,
  })
  lon!: string | null;

  @OneOf("enterprise", Datum, "坐标基准 Datum of the position.", { nullable: true })
  datum!: Datum | null;

  @Whole("quality", "版本 Version of the statement that counts; a change names its own record's.")
  version!: number;

  /** 1 when all who stated it took it back: it stays for rows that refer to it, and nobody sees it. */
  @Column({ type: "tinyint", default: 0 })
  voided!: number;
}
