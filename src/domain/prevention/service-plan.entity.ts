import { Index } from "typeorm";
import { Day, Fen, LongText, TextList, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { ServiceAgency } from "../registry/service-agency.entity";
import { Policy } from "../underwriting/policy.entity";
import { servedScope, ServedRow } from "./served-row";

@GraphEntity({
  label: "service",
  idPrefix: "pln",
  description: "事故预防服务方案 The plan of prevention services for one policy (AQ 9010-2019).",
  scope: servedScope,
  order: { by: "periodFrom", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["policyId", "periodFrom"])
@Index(["enterpriseId", "periodFrom"])
@Index(["serviceAgencyId", "periodFrom"])
@Index(["regionCode", "periodFrom"])
export class ServicePlan extends ServedRow {
  @KeyOf(() => Policy)
  policyId!: string;

  @TextList("service", "服务项目 Service items promised, codes 01 to 07 (AQ 9010-2019).")
  items!: string[];

  @LongText("service", "服务措施 Measures to be taken.")
  measures!: string;

  @Whole("service", "服务频次 Number of services promised in the period.")
  frequency!: number;

  @TextList("expert", "服务人员 Names of the persons to serve.", { mask: "name" })
  persons!: string[];

  @LongText("service", "服务目标 Goals.")
  goals!: string;

  @LongText("service", "保障措施 Safeguards.")
  safeguards!: string;

  @LongText("service", "服务需求 What the enterprise asked for.", { nullable: true })
  needs!: string | null;

  @Fen("feeDetail", "服务预算（分） Budget of the plan, in fen.", { nullable: true })
  budgetFen!: string | null;

  @Fen("feeDetail", "分项预算合计（分） Sum of the budgets by item, in fen.", { nullable: true })
  itemBudgetsFen!: string | null;

  @Day("service", "服务期起 First day of the plan.")
  periodFrom!: string;

  @Day("service", "服务期止 Last day of the plan.")
  periodTo!: string;

  @One("policy", () => Policy, "policyId", "保单 The policy the plan belongs to.")
  policy!: Policy | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The enterprise to be served.")
  enterprise!: Enterprise | null;

  @One("service", () => Insurer, "insurerId", "承保机构 The insurer that owes the services.")
  insurer!: Insurer | null;

  @One("service", () => ServiceAgency, "serviceAgencyId", "服务机构 The commissioned agency.")
  agency!: ServiceAgency | null;
}
