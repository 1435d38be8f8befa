import { Index } from "typeorm";
import { Day, Fen, OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { InsuredRow } from "../registry/insured-row";
import { Insurer } from "../registry/insurer.entity";
import { PolicyStatus } from "./policy-status";
import { policyScope } from "./policy.scope";

@GraphEntity({
  label: "policy",
  idPrefix: "pol",
  description: "保单 A policy of work safety liability insurance.",
  scope: policyScope,
  order: { by: "startDate", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["enterpriseId", "startDate"])
@Index(["regionCode", "startDate"])
export class Policy extends InsuredRow {
  @Text("policy", "保单号 Policy number, unique per insurer.", { max: 50 })
  policyNo!: string;

  @Day("policy", "签单日期 Day of signing.")
  signedOn!: string;

  @Day("policy", "起保日期 First day of cover, from 00:00 Asia/Shanghai.")
  startDate!: string;

  @Day("policy", "终保日期 Last day of cover, until 24:00 Asia/Shanghai.")
  endDate!: string;

  @Fen("policy", "每人限额（分） Limit per person, in fen.")
  sumInsuredPerPersonFen!: string;

  @Whole("policy", "承保人数 Number of persons insured.")
  insuredCount!: number;

  @Fen("price", "保费总额（分） Written premium, in fen.")
  writtenPremiumFen!: string;

  @OneOf("policy", PolicyStatus, "保单状态 Status today, derived from the dates.", {
    expression:
      "CASE WHEN {t}.cancelled_on IS NOT NULL AND {t}.cancelled_on <= {today} THEN 'CANCELLED' " +
      "WHEN {t}.start_date > {today} THEN 'PENDING' " +
      "WHEN {t}.end_date < {today} THEN 'EXPIRED' ELSE 'IN_FORCE' END",
  })
  status!: PolicyStatus;

  @Day("policy", "退保日期 Day of cancellation.", { nullable: true })
  cancelledOn!: string | null;

  @One("policy", () => Insurer, "insurerId", "承保机构 The insurer (lead, when co-insured).")
  insurer!: Insurer | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The insured enterprise.")
  enterprise!: Enterprise | null;
}
