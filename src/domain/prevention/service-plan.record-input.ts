import { InputType } from "type-graphql";
import {
  DayInput,
  FenInput,
  LongTextInput,
  PartsInput,
  TextInput,
  TextListInput,
  WholeInput,
  YesNoInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { ItemBudgetRecordInput, type ItemBudgetStatement } from "./item-budget.record-input";
import type { Plain } from "../../submission/plain";

const may = { nullable: true };

/** A service plan as an insurer reports it. Its seven elements are required by SVP-02. */
@InputType({ description: "服务方案报送记录 A service plan as reported." })
export class ServicePlanRecordInput extends recordInput("service") {
  @TextInput("service", "保单来源键 Source key of the policy the plan belongs to.", { max: 100 })
  policyKey?: string | null;

  @TextListInput("service", "服务项目 Service items promised, codes 01 to 07.", {
    max: 10,
    ...may,
  })
  items?: string[] | null;

  @LongTextInput("service", "服务措施 Measures to be taken.", may)
  measures?: string | null;

  @WholeInput("service", "服务频次 Number of services promised in the period.", may)
  frequency?: number | null;

  @TextInput("service", "服务机构统一社会信用代码 Code of the agency.", { max: 18, ...may })
  agencyUscc?: string | null;

  @YesNoInput("service", "自有团队 True when the insurer serves with its own team.", may)
  ownTeam?: boolean | null;

  @TextListInput("expert", "服务人员 Names of the persons to serve.", { max: 60, ...may })
  persons?: string[] | null;

  @LongTextInput("service", "服务目标 Goals.", may)
  goals?: string | null;

  @LongTextInput("service", "保障措施 Safeguards.", may)
  safeguards?: string | null;

  @LongTextInput("service", "服务需求 What the enterprise asked for.", may)
  needs?: string | null;

  @FenInput("feeDetail", "服务预算（分） Budget of the plan, in fen.", may)
  budgetFen?: string | null;

  @PartsInput("feeDetail", ItemBudgetRecordInput, "分项预算 Budget by service item.", may)
  itemBudgets?: ItemBudgetStatement[] | null;

  @DayInput("service", "服务期起 First day of the plan.")
  periodFrom?: string | null;

  @DayInput("service", "服务期止 Last day of the plan.")
  periodTo?: string | null;
}

/** Such a record, as rules and tests write it. */
export type ServicePlanStatement = Plain<ServicePlanRecordInput>;
