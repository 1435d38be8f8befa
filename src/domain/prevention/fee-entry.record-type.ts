import { entityId } from "../../database/entity-id";
import { defineRecordType } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import { toEnterprise } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { Policy } from "../underwriting/policy.entity";
import { toPolicy } from "../underwriting/to-policy";
import { FeeAllocation } from "./fee-allocation.entity";
import { FeeEntryKind } from "./fee-entry-kind";
import { exampleFeeEntry } from "./fee-entry.example";
import { FeeEntry } from "./fee-entry.entity";
import { FeeEntryRecordInput, type FeeEntryStatement } from "./fee-entry.record-input";
import { feeEntryRules } from "./fee-entry.rules";
import { priorPeriod } from "./prior-period";
import { ServiceRecord } from "./service-record.entity";

/**
 * How entries of the prevention-fee ledger are reported. An entry stays as it is; voiding it books
 * its mirror, so what is reversed can never be more or less than what was booked.
 */
export const feeEntryRecordType = defineRecordType<FeeEntryStatement>({
  name: "feeEntry",
  mutation: "submitFeeEntries",
  submitters: ["INSURER"],
  entity: FeeEntry,
  input: FeeEntryRecordInput,
  sums: ["amountFen"],
  businessDay: "bookedOn",
  rules: feeEntryRules,
  example: exampleFeeEntry,
  references: [
    toPolicy("SUB-22", {}),
    toEnterprise("SUB-22", { sector: "sector" }),
    {
      name: "serviceRecord",
      rule: arrived("SUB-22", "服务记录", "service record"),
      path: "$.serviceRecordKey",
      target: () => ServiceRecord,
      ids: ({ serviceRecordKey }, owner) =>
        serviceRecordKey ? [entityId("srv", owner, serviceRecordKey)] : [],
      property: "serviceRecordId",
      copies: {},
    },
    {
      name: "allocatedPolicies",
      rule: arrived("SUB-22", "分摊费用的保单", "policy that bears a part"),
      path: "$.allocations",
      target: () => Policy,
      ids: ({ allocations }, owner) =>
        (allocations ?? []).map(({ policyKey }) => entityId("pol", owner, policyKey ?? "")),
      property: null,
      copies: {},
    },
  ],
  row: () => ({ reversesId: null, priorPeriod: 0 }),
  consequences: [priorPeriod],
  parts: [
    {
      entity: () => FeeAllocation,
      property: "feeEntryId",
      copies: ["regionCode"],
      rows: ({ allocations }, { owner }) =>
        (allocations ?? []).map(({ policyKey, weight, amountFen }) => ({
          policyId: entityId("pol", owner, policyKey ?? ""),
          weight: weight ?? null,
          amountFen: amountFen ?? null,
        })),
    },
  ],
  mirror: (row, { recordId, owner, sourceKey }, { today }) => ({
    ...row,
    id: entityId("fee", owner, sourceKey, "reversal"),
    sourceKey: `${recordId}#reversal`,
    kind: FeeEntryKind.REVERSAL,
    reversesId: recordId,
    bookedOn: today,
    priorPeriod: 0,
  }),
  waitsUntil: waitingDeadline,
});
