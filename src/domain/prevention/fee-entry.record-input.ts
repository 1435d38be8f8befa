import { InputType } from "type-graphql";
import {
  DayInput,
  FenInput,
  OneOfInput,
  PartsInput,
  TextInput,
  WholeInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { AllocationBasis } from "./allocation-basis";
import {
  FeeAllocationRecordInput,
  type FeeAllocationStatement,
} from "./fee-allocation.record-input";
import { FeeCategory } from "./fee-category";
import { FeeEntryKind } from "./fee-entry-kind";
import type { Plain } from "../../submission/plain";

/** An entry of the prevention-fee ledger as an insurer reports it. */
@InputType({ description: "费用台账分录报送记录 A ledger entry as reported." })
export class FeeEntryRecordInput extends recordInput("feeDetail") {
  @OneOfInput("feeDetail", FeeEntryKind, "分录类型 What the entry does; a reversal is a VOID.")
  kind?: FeeEntryKind | null;

  @TextInput("feeDetail", "行政区划代码 Region whose ledger it is, GB/T 2260.", { max: 9 })
  regionCode?: string | null;

  @WholeInput("feeDetail", "台账年度 Year of the ledger.")
  year?: number | null;

  @DayInput("feeDetail", "记账日期 Day it was booked.")
  bookedOn?: string | null;

  @FenInput("feeDetail", "金额（分） Amount in fen, above zero; the kind gives it its direction.")
  amountFen?: string | null;

  @TextInput("policy", "保单来源键 Source key of the policy.", { max: 100, nullable: true })
  policyKey?: string | null;

  @TextInput("enterprise", "投保单位统一社会信用代码 Code of the enterprise.", {
    max: 18,
    nullable: true,
  })
  enterpriseUscc?: string | null;

  @TextInput("service", "服务记录来源键 Source key of the service.", { max: 100, nullable: true })
  serviceRecordKey?: string | null;

  @OneOfInput("feeDetail", FeeCategory, "费用类别 What it was spent on.", { nullable: true })
  category?: FeeCategory | null;

  @TextInput("feeDetail", "收款方 Payee.", { max: 200, nullable: true })
  payee?: string | null;

  @TextInput("feeDetail", "发票号码 Invoice number.", { max: 50, nullable: true })
  invoiceNo?: string | null;

  @DayInput(
    "feeDetail",
    "告知投保单位日期 Day the enterprise was informed of this use of the fee.",
    {
      nullable: true,
    },
  )
  enterpriseInformedOn?: string | null;

  @OneOfInput("feeDetail", AllocationBasis, "分摊依据 By what several policies share it.", {
    nullable: true,
  })
  allocationBasis?: AllocationBasis | null;

  @PartsInput("feeDetail", FeeAllocationRecordInput, "费用分摊 What each policy bears.", {
    nullable: true,
  })
  allocations?: FeeAllocationStatement[] | null;
}

/** Such a record, as rules and tests write it. */
export type FeeEntryStatement = Plain<FeeEntryRecordInput>;
