import { Column, Index } from "typeorm";
import { Day, Fen, OneOf, Text, Whole, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { Enterprise } from "../registry/enterprise.entity";
import { Insurer } from "../registry/insurer.entity";
import { Policy } from "../underwriting/policy.entity";
import { AllocationBasis } from "./allocation-basis";
import { FeeCategory } from "./fee-category";
import { FeeEntryKind } from "./fee-entry-kind";
import { feeEntryScope } from "./fee-entry.scope";
import { ServiceRecord } from "./service-record.entity";

@GraphEntity({
  label: "feeDetail",
  idPrefix: "fee",
  description:
    "事故预防服务费用台账分录 An entry of the dedicated prevention-fee ledger; never changed, only reversed.",
  scope: feeEntryScope,
  order: { by: "bookedOn", direction: "DESC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["insurerId", "bookedOn"])
@Index(["enterpriseId", "bookedOn"])
@Index(["policyId", "bookedOn"])
@Index(["serviceRecordId", "bookedOn"])
@Index(["regionCode", "bookedOn"])
@Index(["year", "regionCode"])
// Serve the findings: budgets before spendings, one invoice at two insurers.
@Index(["insurerId", "kind", "year"])
@Index(["invoiceNo"])
export class FeeEntry {
  id!: string;

  @KeyOf(() => Insurer)
  insurerId!: string;

  /** Copied from the enterprise, private; null when the entry is for several enterprises. */
  @Column({ type: "varchar", length: 40, nullable: true })
  sector!: string | null;

  @KeyOf(() => Policy, { nullable: true })
  policyId!: string | null;

  @KeyOf(() => Enterprise, { nullable: true })
  enterpriseId!: string | null;

  @KeyOf(() => ServiceRecord, { nullable: true })
  serviceRecordId!: string | null;

  @KeyOf(() => FeeEntry, { nullable: true })
  reversesId!: string | null;

  @OneOf("feeDetail", FeeEntryKind, "分录类型 What the entry does.")
  kind!: FeeEntryKind;

  @Text("feeDetail", "行政区划代码 Region whose ledger it is, GB/T 2260.", { max: 9, region: true })
  regionCode!: string;

  @Whole("feeDetail", "台账年度 Year of the ledger.")
  year!: number;

  @Day("feeDetail", "记账日期 Day it was booked.")
  bookedOn!: string;

  @Fen("feeDetail", "金额（分） Amount in fen, never negative; the kind gives it its direction.")
  amountFen!: string;

  @OneOf("feeDetail", FeeCategory, "费用类别 What it was spent on.", { nullable: true })
  category!: FeeCategory | null;

  @Text("feeDetail", "收款方 Payee.", { max: 200, nullable: true })
  payee!: string | null;

  @Text("feeDetail", "发票号码 Invoice number.", { max: 50, nullable: true })
  invoiceNo!: string | null;

  @OneOf("feeDetail", AllocationBasis, "分摊依据 By what several policies share it.", {
    nullable: true,
  })
  allocationBasis!: AllocationBasis | null;

  @Day("feeDetail", "告知投保单位日期 Day the enterprise was informed of this use of the fee.", {
    nullable: true,
  })
  enterpriseInformedOn!: string | null;

  @YesNo("feeDetail", "跨期分录 Booked when the month of its day was closed.")
  priorPeriod!: boolean;

  @Text("quality", "来源键 The submitter's own key of the record.", { max: 100 })
  sourceKey!: string;

  @Whole("quality", "版本 Version of the record; a change names the version it builds on.")
  version!: number;

  @One("feeDetail", () => Insurer, "insurerId", "保险机构 The insurer whose ledger it is.")
  insurer!: Insurer | null;

  @One("policy", () => Policy, "policyId", "保单 The policy it belongs to.")
  policy!: Policy | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "投保单位 The enterprise it was spent for.")
  enterprise!: Enterprise | null;

  @One("service", () => ServiceRecord, "serviceRecordId", "服务记录 The service it paid for.")
  serviceRecord!: ServiceRecord | null;

  @One("feeDetail", () => FeeEntry, "reversesId", "被冲正分录 The entry it reverses.")
  reverses!: FeeEntry | null;
}
