import { hasMany } from "../../graph/fields/relation";
import { FeeEntry } from "./fee-entry.entity";
import { preventionLists } from "./prevention-lists";

/** How policies share a ledger entry. */
export const feeAllocations = [
  hasMany({
    on: FeeEntry,
    field: "allocations",
    list: preventionLists.feeAllocations,
    by: "feeEntryId",
    label: "feeDetail",
    description: "费用分摊 What each policy bears of it.",
  }),
];
