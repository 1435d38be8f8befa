import { exampleUscc } from "../registry/identifiers/uscc.rules";
import { FeeCategory } from "./fee-category";
import { FeeEntryKind } from "./fee-entry-kind";
import type { FeeEntryStatement } from "./fee-entry.record-input";

/** An entry that meets every rule. */
export const exampleFeeEntry: FeeEntryStatement = {
  sourceKey: "F-2026-0001",
  kind: FeeEntryKind.SPEND,
  regionCode: "340104",
  year: 2026,
  bookedOn: "2026-06-01",
  amountFen: "300000",
  policyKey: "P-2026-0001",
  enterpriseUscc: exampleUscc,
  serviceRecordKey: "SR-2026-0001",
  category: FeeCategory.HAZARD_INSPECTION,
  payee: "某安全技术服务公司",
  invoiceNo: "26340000000012345678",
};
