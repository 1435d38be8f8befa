import { InputType } from "type-graphql";
import {
  DayInput,
  DecimalInput,
  OneOfInput,
  TextInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import type { Plain } from "../../submission/plain";
import { Datum } from "./datum";
import { OperatingStatus } from "./operating-status";
import { RiskGrade } from "./risk-grade";
import { Sector } from "./sector";

const may = { nullable: true };
const degrees = { precision: 9, scale: 6, nullable: true };

/**
 * An enterprise as one party states it. Whether it must insure is not stated here: the roster of
 * must-insure units says so. Contacts may be left out, and by authorities have to be.
 */
@InputType({ description: "投保单位报送记录 An enterprise as one party states it." })
export class EnterpriseRecordInput extends recordInput("enterprise") {
  @TextInput("enterprise", "统一社会信用代码 Unified social credit code.", { max: 18 })
  uscc?: string | null;

  @DayInput("enterprise", "信息截止日期 Day as of which all of this holds.")
  asOf?: string | null;

  @TextInput("enterprise", "单位名称 Name.", { max: 200 })
  name?: string | null;

  @TextInput("enterprise", "行政区划代码 Region, GB/T 2260.", { max: 9 })
  regionCode?: string | null;

  @TextInput("enterprise", "地址 Address.", { max: 300 })
  address?: string | null;

  @OneOfInput("enterprise", Sector, "行业领域 Sector.")
  sector?: Sector | null;

  @TextInput("enterprise", "行业代码 Industry, GB/T 4754.", { max: 10 })
  industryCode?: string | null;

  @WholeInput("enterprise", "从业人数 Number of persons employed.")
  headcount?: number | null;

  @OneOfInput("enterprise", OperatingStatus, "经营状态 Operating status.")
  operatingStatus?: OperatingStatus | null;

  @OneOfInput("enterprise", RiskGrade, "风险等级 Risk grade.", may)
  riskGrade?: RiskGrade | null;

  @DayInput("enterprise", "评级日期 Day the risk grade was given.", may)
  gradedOn?: string | null;

  @WholeInput("enterprise", "安全生产标准化等级 Standardisation grade, 1 (best) to 3.", may)
  standardisationGrade?: number | null;

  @TextInput("enterprise", "许可证编号 Number of its licence.", { max: 60, ...may })
  licenceNo?: string | null;

  @DayInput("enterprise", "许可证有效期至 Last day of the licence.", may)
  licenceExpiry?: string | null;

  @TextInput("enterprise", "法定代表人 Name of the legal representative.", { max: 60, ...may })
  legalRepresentative?: string | null;

  @TextInput("enterprise", "安全管理人员 Name of the safety manager.", { max: 60, ...may })
  safetyManagerName?: string | null;

  @TextInput("enterpriseContact", "安全管理人员电话 Phone of the safety manager.", {
    max: 30,
    ...may,
  })
  safetyManagerPhone?: string | null;

  @DecimalInput("enterprise", "纬度 Latitude of the site, degrees north.", degrees)
  lat?: string | null;

  @DecimalInput("enterprise", "经度 Longitude of the site, degrees east.", degrees)
  lon?: string | null;

  @OneOfInput("enterprise", Datum, "坐标基准 Datum of the position.", may)
  datum?: Datum | null;
}

/** Such a record, as rules and tests write it. */
export type EnterpriseStatement = Plain<EnterpriseRecordInput>;
