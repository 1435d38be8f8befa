import { InputType } from "type-graphql";
import {
  DayInput,
  DecimalInput,
  FenInput,
  OneOfInput,
  PartsInput,
  TextInput,
  TextListInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { CancelledReason } from "./cancelled-reason";
import { CoInsuranceRecordInput, type CoInsuranceStatement } from "./co-insurance.record-input";
import type { Plain } from "../../submission/plain";

const may = { nullable: true };

/** A policy as an insurer reports it. */
@InputType({ description: "保单报送记录 A policy as reported." })
export class PolicyRecordInput extends recordInput("policy") {
  @TextInput("policy", "保单号 Policy number, unique per insurer.", { max: 50 })
  policyNo?: string | null;

  @TextInput("policy", "投保单位统一社会信用代码 Code of the insured enterprise.", { max: 18 })
  enterpriseUscc?: string | null;

  @DayInput("policy", "签单日期 Day of signing.")
  signedOn?: string | null;

  @DayInput("policy", "起保日期 First day of cover, from 00:00 Asia/Shanghai.")
  startDate?: string | null;

  @DayInput("policy", "终保日期 Last day of cover, until 24:00 Asia/Shanghai.")
  endDate?: string | null;

  @FenInput("policy", "每人责任限额（分） Limit per person, in fen.")
  sumInsuredPerPersonFen?: string | null;

  @FenInput("policy", "每次事故责任限额（分） Limit per accident, in fen.")
  limitPerAccidentFen?: string | null;

  @FenInput("policy", "累计责任限额（分） Aggregate limit, in fen.")
  limitAggregateFen?: string | null;

  @WholeInput("policy", "承保人数 Number of persons insured.")
  insuredCount?: number | null;

  @FenInput("price", "保费总额（分） Written premium, in fen.")
  writtenPremiumFen?: string | null;

  @FenInput("price", "基准保费（分） Premium before the rate factor, in fen.")
  basePremiumFen?: string | null;

  @DecimalInput("price", "费率浮动系数 Rate factor.", { precision: 8, scale: 4 })
  rateFactor?: string | null;

  @DecimalInput("price", "费率（‰） Rate, in thousandths.", { precision: 10, scale: 4 })
  ratePermille?: string | null;

  @FenInput("price", "手续费（佣金）（分） Commission, in fen.")
  commissionFen?: string | null;

  @DecimalInput("fee", "约定事故预防服务费用比例（%） Agreed prevention fee, in %.", {
    precision: 5,
    scale: 2,
  })
  serviceFeePct?: string | null;

  @WholeInput("policy", "约定服务频次（次/年） Agreed number of services a year.")
  agreedFrequency?: number | null;

  @TextListInput("policy", "约定服务项目 Agreed service items, codes 01 to 07.", { max: 10 })
  agreedItems?: string[] | null;

  @DayInput("policy", "退保日期 Day of cancellation.", may)
  cancelledOn?: string | null;

  @OneOfInput("policy", CancelledReason, "退保原因 Reason of the cancellation.", may)
  cancelledReason?: CancelledReason | null;

  @TextInput("policy", "续保自（来源键） Source key of the policy this one renews.", {
    max: 100,
    nullable: true,
  })
  renewalOfKey?: string | null;

  @PartsInput("policy", CoInsuranceRecordInput, "共保份额 Parts, when co-insured.", may)
  coInsurance?: CoInsuranceStatement[] | null;
}

/** Such a record, as rules and tests write it. */
export type PolicyStatement = Plain<PolicyRecordInput>;
