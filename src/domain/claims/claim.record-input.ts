import { InputType } from "type-graphql";
import {
  FenInput,
  InstantInput,
  LongTextInput,
  OneOfInput,
  TextInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { AccidentGrade } from "./accident-grade";
import { ClaimStatus } from "./claim-status";
import type { Plain } from "../../submission/plain";

const may = { nullable: true };

/** A claim as an insurer reports it. */
@InputType({ description: "理赔案件报送记录 A claim as reported." })
export class ClaimRecordInput extends recordInput("claim") {
  @TextInput("claim", "案件号 Claim number, unique per insurer.", { max: 50 })
  claimNo?: string | null;

  @TextInput("policy", "保单来源键 Source key of the policy claimed under.", { max: 100 })
  policyKey?: string | null;

  @OneOfInput("claim", ClaimStatus, "案件状态 Status.")
  status?: ClaimStatus | null;

  @InstantInput("claim", "出险时间 When the accident happened.")
  accidentAt?: string | null;

  @TextInput("claim", "出险地行政区划代码 Region of the accident, GB/T 2260.", { max: 9 })
  placeRegionCode?: string | null;

  @TextInput("claim", "出险地址 Address of the accident.", { max: 300 })
  placeAddress?: string | null;

  @TextInput("claim", "事故类别 Accident type, code of GB 6441 in force on the day.", { max: 10 })
  accidentType?: string | null;

  @OneOfInput("claim", AccidentGrade, "事故等级 Accident grade; recomputed, never trusted.", may)
  grade?: AccidentGrade | null;

  @WholeInput("claim", "死亡人数 Number of deaths.")
  deaths?: number | null;

  @WholeInput("claim", "重伤人数 Number of serious injuries.")
  seriousInjuries?: number | null;

  @WholeInput("claim", "轻伤人数 Number of minor injuries.")
  minorInjuries?: number | null;

  @FenInput("claimMoney", "直接经济损失（分） Direct economic loss, for the grade, in fen.", may)
  directLossFen?: string | null;

  @LongTextInput("claim", "事故原因 Cause of the accident, once surveyed.", may)
  cause?: string | null;

  @InstantInput("claim", "报案时间 When the accident was reported to the insurer.")
  reportedAt?: string | null;

  @TextInput("claimant", "报案代理人 Agent who lodged the claim, if one did.", { max: 60, ...may })
  lodgedBy?: string | null;

  @InstantInput("claim", "立案时间 When the claim was registered.", may)
  registeredAt?: string | null;

  @InstantInput("claim", "核定时间 When the loss was assessed.", may)
  assessedAt?: string | null;

  @InstantInput("claim", "达成赔付协议时间 When the payment was agreed.", may)
  agreedAt?: string | null;

  @InstantInput("claim", "拒赔决定时间 When the claim was refused.", may)
  refusedAt?: string | null;

  @InstantInput("claim", "拒赔通知时间 When the refusal was notified.", may)
  refusalNotifiedAt?: string | null;

  @InstantInput("claim", "结案时间 When the claim was closed.", may)
  closedAt?: string | null;

  @FenInput("claimMoney", "未决赔款准备金（分） Outstanding reserve, in fen.", may)
  reserveFen?: string | null;

  @FenInput("claimMoney", "核定从业人员伤亡赔偿（分） Assessed for employees, in fen.", may)
  assessedEmployeeInjuryFen?: string | null;

  @FenInput("claimMoney", "核定第三者伤亡赔偿（分） Assessed for third parties, in fen.", may)
  assessedThirdPartyInjuryFen?: string | null;

  @FenInput("claimMoney", "核定第三者财产损失（分） Assessed for property, in fen.", may)
  assessedThirdPartyPropertyFen?: string | null;

  @FenInput("claimMoney", "核定事故抢险救援费用（分） Assessed for rescue, in fen.", may)
  assessedRescueFen?: string | null;

  @FenInput("claimMoney", "核定医疗救护费用（分） Assessed for medical care, in fen.", may)
  assessedMedicalFen?: string | null;

  @FenInput("claimMoney", "核定事故鉴定费用（分） Assessed for appraisal, in fen.", may)
  assessedAppraisalFen?: string | null;

  @FenInput("claimMoney", "核定法律费用（分） Assessed for legal costs, in fen.", may)
  assessedLegalFen?: string | null;

  @FenInput("claimMoney", "核定其他费用（分） Assessed for anything else, in fen.", may)
  assessedOtherFen?: string | null;
}

/** Such a record, as rules and tests write it. */
export type ClaimStatement = Plain<ClaimRecordInput>;
