import { Index } from "typeorm";
import { Day, Decimal, Fen, OneOf, Text, TextList, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { InsuredRow } from "../registry/insured-row";
import { Insurer } from "../registry/insurer.entity";
import { CancelledReason } from "./cancelled-reason";
import { PolicyStatus } from "./policy-status";
import { policyScope } from "./policy.scope";

const notCancelled = "({t}.cancelled_on IS NULL OR {t}.cancelled_on > {today})";

/** `(insurerId, policyNo)` is not unique on purpose: a second use is a finding (POL-03). */
@GraphEntity({
  label: "policy",
  idPrefix: "pol",
  description: "保单 A policy of work safety liability insurance.",
  scope: policyScope,
  order: { by: "startDate", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["insurerId", "policyNo"])
@Index(["insurerId", "startDate"])
@Index(["enterpriseId", "startDate"])
@Index(["regionCode", "startDate"])
@Index(["renewalOfId"])
export class Policy extends InsuredRow {
  @Text("policy", "保单号 Policy number, unique per insurer.", { max: 50 })
  policyNo!: string;

  @Day("policy", "签单日期 Day of signing.")
  signedOn!: string;

  @Day("policy", "起保日期 First day of cover, from 00:00 Asia/Shanghai.")
  startDate!: string;

  @Day("policy", "终保日期 Last day of cover, until 24:00 Asia/Shanghai.")
  endDate!: string;

  @Fen("policy", "每人责任限额（分） Limit per person, in fen.")
  sumInsuredPerPersonFen!: string;

  @Fen("policy", "每次事故责任限额（分） Limit per accident, in fen.")
  limitPerAccidentFen!: string;

  @Fen("policy", "累计责任限额（分） Aggregate limit over the period of cover, in fen.")
  limitAggregateFen!: string;

  @Whole("policy", "承保人数 Number of persons insured.")
  insuredCount!: number;

  @Fen("price", "保费总额（分） Written premium, in fen.")
  writtenPremiumFen!: string;

  @Fen("price", "基准保费（分） Premium before the rate factor, in fen.")
  basePremiumFen!: string;

  @Decimal("price", "费率浮动系数 Factor by which the base premium was raised or lowered.", {
    precision: 8,
    scale: 4,
  })
  rateFactor!: string;

  @Decimal("price", "费率（‰） Rate, in thousandths of the sum insured.", {
    precision: 10,
    scale: 4,
  })
  ratePermille!: string;

  @Fen("price", "手续费（佣金）（分） Commission, in fen.")
  commissionFen!: string;

  @Decimal("fee", "约定事故预防服务费用比例（%） Agreed prevention fee, in % of written premium.", {
    precision: 5,
    scale: 2,
  })
  serviceFeePct!: string;

  @Whole("policy", "约定服务频次（次/年） Agreed number of prevention services a year.")
  agreedFrequency!: number;

  @TextList("policy", "约定服务项目 Agreed service items, codes of AQ 9010-2019 chapter 5.")
  agreedItems!: string[];

  @OneOf("policy", PolicyStatus, "保单状态 Status today, derived from the dates.", {
    expression:
      "CASE WHEN {t}.cancelled_on IS NOT NULL AND {t}.cancelled_on <= {today} THEN 'CANCELLED' " +
      "WHEN {t}.start_date > {today} THEN 'PENDING' " +
      "WHEN {t}.end_date < {today} THEN 'EXPIRED' ELSE 'IN_FORCE' END",
    valueConditions: {
      CANCELLED: "{t}.cancelled_on <= {today}",
      PENDING: `{t}.start_date > {today} AND ${notCancelled}`,
      EXPIRED: `{t}.start_date <= {today} AND {t}.end_date < {today} AND ${notCancelled}`,
      IN_FORCE: `{t}.start_date <= {today} AND {t}.end_date >= {today} AND ${notCancelled}`,
    },
  })
  status!: PolicyStatus;

  @Day("policy", "退保日期 Day of cancellation.", { nullable: true })
  cancelledOn!: string | null;

  @OneOf("policy", CancelledReason, "退保原因 Reason of the cancellation.", { nullable: true })
  cancelledReason!: CancelledReason | null;

  @KeyOf(() => Policy, { nullable: true })
  renewalOfId!: string | null;

  @One("policy", () => Policy, "renewalOfId", "续保自 The same insurer's policy this one renews.")
  renewalOf!: Policy | null;

  @One("policy", () => Insurer, "insurerId", "承保机构 The insurer (lead, when co-insured).")
  insurer!: Insurer | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The insured enterprise.")
  enterprise!: Enterprise | null;
}
