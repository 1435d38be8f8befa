import { Column, Index } from "typeorm";
import { Fen, Instant, LongText, OneOf, Text, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { InsuredRow, insuredScope } from "../registry/insured-row";
import { Insurer } from "../registry/insurer.entity";
import { Policy } from "../underwriting/policy.entity";
import { AccidentGrade } from "./accident-grade";
import { ClaimStatus } from "./claim-status";

const whenAssessed = { nullable: true };

/**
 * Jurisdiction follows the enterprise, as for every insured row; where the accident happened is
 * published beside it and limits nothing.
 */
@GraphEntity({
  label: "claim",
  idPrefix: "clm",
  description: "理赔案件 A claim under a policy after an accident.",
  scope: { ...insuredScope, claim: { column: "id" } },
  order: { by: "accidentAt", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["insurerId", "claimNo"])
@Index(["insurerId", "accidentAt"])
@Index(["insurerId", "lodgedByFolded"])
@Index(["enterpriseId", "accidentAt"])
@Index(["policyId", "accidentAt"])
@Index(["regionCode", "accidentAt"])
export class Claim extends InsuredRow {
  @Text("claim", "案件号 Claim number, unique per insurer.", { max: 50 })
  claimNo!: string;

  @KeyOf(() => Policy)
  policyId!: string;

  @One("policy", () => Policy, "policyId", "保单 The policy claimed under.")
  policy!: Policy | null;

  @One("claim", () => Insurer, "insurerId", "承保机构 The insurer of the policy.")
  insurer!: Insurer | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The insured enterprise.")
  enterprise!: Enterprise | null;

  @OneOf("claim", ClaimStatus, "案件状态 Status.")
  status!: ClaimStatus;

  @Instant("claim", "出险时间 When the accident happened.")
  accidentAt!: string;

  @Text("claim", "出险地行政区划代码 Region of the accident, GB/T 2260.", { max: 9, region: true })
  placeRegionCode!: string;

  @Text("claim", "出险地址 Address of the accident.", { max: 300 })
  placeAddress!: string;

  @Text("claim", "事故类别 Accident type, code of GB 6441 in force on the day.", { max: 10 })
  accidentType!: string;

  @OneOf(
    "claim",
    AccidentGrade,
    "事故等级 Accident grade, recomputed by the hub (国务院令第493号).",
  )
  grade!: AccidentGrade;

  @Whole("claim", "死亡人数 Number of deaths.")
  deaths!: number;

  @Whole("claim", "重伤人数 Number of serious injuries.")
  seriousInjuries!: number;

  @Whole("claim", "轻伤人数 Number of minor injuries.")
  minorInjuries!: number;

  @LongText("claim", "事故原因 Cause of the accident, once surveyed.", { nullable: true })
  cause!: string | null;

  @Instant("claim", "报案时间 When the accident was reported to the insurer.")
  reportedAt!: string;

  @Text("claimant", "报案代理人 Agent who lodged the claim; null when none did.", {
    max: 60,
    nullable: true,
    mask: "name",
  })
  lodgedBy!: string | null;

  /** The agent's name without blanks: finds what else he lodged (CLM-14). */
  @Column({ type: "varchar", length: 60, nullable: true })
  lodgedByFolded!: string | null;

  @Instant("claim", "立案时间 When the claim was registered.", { nullable: true })
  registeredAt!: string | null;

  @Instant("claim", "核定时间 When the loss was assessed.", { nullable: true })
  assessedAt!: string | null;

  @Instant("claim", "达成赔付协议时间 When the payment was agreed.", { nullable: true })
  agreedAt!: string | null;

  @Instant("claim", "拒赔决定时间 When the claim was refused.", { nullable: true })
  refusedAt!: string | null;

  @Instant("claim", "拒赔通知时间 When the refusal was notified (保险法第24条).", {
    nullable: true,
  })
  refusalNotifiedAt!: string | null;

  @Instant("claim", "结案时间 When the claim was closed.", { nullable: true })
  closedAt!: string | null;

  @Fen("claimMoney", "未决赔款准备金（分） Outstanding reserve, in fen; null until registered.", {
    nullable: true,
  })
  reserveFen!: string | null;

  @Fen("claimMoney", "核定从业人员伤亡赔偿（分） Assessed for employees, in fen.", whenAssessed)
  assessedEmployeeInjuryFen!: string | null;

  @Fen(
    "claimMoney",
    "核定第三者伤亡赔偿（分） Assessed for injured third parties, in fen.",
    whenAssessed,
  )
  assessedThirdPartyInjuryFen!: string | null;

  @Fen(
    "claimMoney",
    "核定第三者财产损失（分） Assessed for third-party property, in fen.",
    whenAssessed,
  )
  assessedThirdPartyPropertyFen!: string | null;

  @Fen("claimMoney", "核定事故抢险救援费用（分） Assessed for rescue, in fen.", whenAssessed)
  assessedRescueFen!: string | null;

  @Fen("claimMoney", "核定医疗救护费用（分） Assessed for medical care, in fen.", whenAssessed)
  assessedMedicalFen!: string | null;

  @Fen("claimMoney", "核定事故鉴定费用（分） Assessed for appraisal, in fen.", whenAssessed)
  assessedAppraisalFen!: string | null;

  @Fen("claimMoney", "核定法律费用（分） Assessed for legal costs, in fen.", whenAssessed)
  assessedLegalFen!: string | null;

  @Fen("claimMoney", "核定其他费用（分） Assessed for anything else, in fen.", whenAssessed)
  assessedOtherFen!: string | null;
}
