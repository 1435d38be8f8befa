import type { Rule } from "../../submission/rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { AllocationBasis } from "./allocation-basis";
import { apportion } from "./apportion";
import type { FeeAllocationStatement } from "./fee-allocation.record-input";
import { FeeEntryKind } from "./fee-entry-kind";
import { exampleFeeEntry } from "./fee-entry.example";
import type { FeeEntryStatement } from "./fee-entry.record-input";

const { EQUAL, PREMIUM } = AllocationBasis;
type Share = readonly [policyKey: string, weight: number, amountFen: string];

/** An entry of 100 fen that is divided so. */
const shared = (shares: readonly Share[], change: Partial<FeeEntryStatement> = {}) => ({
  ...exampleFeeEntry,
  amountFen: "100",
  policyKey: null,
  enterpriseUscc: null,
  allocationBasis: PREMIUM,
  allocations: shares.map(([policyKey, weight, amountFen]) => ({ policyKey, weight, amountFen })),
  ...change,
});
const halves: readonly Share[] = [
  ["P-1", 1, "50"],
  ["P-2", 1, "50"],
];
const thirds: readonly Share[] = [
  ["P-1", 1, "34"],
  ["P-2", 1, "33"],
  ["P-3", 1, "33"],
];
const twoToOne: readonly Share[] = [
  ["P-1", 2, "67"],
  ["P-2", 1, "33"],
];

/** What several policies share is divided among them to the last fen. */
export const sharedCosts: Rule<FeeEntryStatement> = {
  id: "FEE-10",
  class: RuleClass.LEDGER,
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第四条",
  zh: "共同费用须注明依据，按权重以最大余数法分摊至两张以上保单，合计等于分录金额",
  en: "Shared costs name a basis and are divided among policies by largest remainder, to the fen",
  breaches: (entry) => {
    const { kind, allocationBasis, allocations } = entry;
    if (!allocations || allocations.length === 0)
      return allocationBasis ? ["$.allocationBasis"] : [];
    const own = (["policyKey", "enterpriseUscc"] as const).filter((name) => entry[name]);
    const isSpent = kind === FeeEntryKind.SPEND || kind === FeeEntryKind.REFUND;
    return [
      ...(isSpent ? [] : ["$.kind"]),
      ...own.map((name) => `$.${name}`),
      ...(allocationBasis ? [] : ["$.allocationBasis"]),
      ...(isDivided(entry, allocations) ? [] : ["$.allocations"]),
    ];
  },
  examples: {
    meet: [
      ["not shared", exampleFeeEntry],
      ["a fen left for the first of equals", shared(thirds)],
      ["equal parts", shared(halves, { allocationBasis: EQUAL })],
      ["a refund", shared(twoToOne, { kind: FeeEntryKind.REFUND })],
    ],
    break: [
      ["one part", shared([["P-1", 1, "100"]])],
      ["a fen too few", shared(thirds, { amountFen: "101" })],
      ["a fen too many", shared(thirds, { amountFen: "99" })],
      ["the fen left given to another", shared(thirds.toReversed())],
      ["one policy twice", shared(halves.map(([, weight, fen]) => ["P-1", weight, fen]))],
      ["no weight", shared([...halves, ["P-3", 0, "0"]])],
      ["equal by name only", shared(twoToOne, { allocationBasis: EQUAL })],
      ["no basis", shared(halves, { allocationBasis: null })],
      ["a basis for nothing", { ...exampleFeeEntry, allocationBasis: EQUAL }],
      ["a policy of its own besides", shared(halves, { policyKey: "P-1" })],
      ["an extraction", shared(halves, { kind: FeeEntryKind.EXTRACT })],
    ],
  },
};

/** Whether several policies bear an entry together. */
export function isShared({ allocations }: FeeEntryStatement): boolean {
  return allocations != null && allocations.length > 0;
}

function isDivided(
  { amountFen, allocationBasis }: FeeEntryStatement,
  allocations: readonly FeeAllocationStatement[],
): boolean {
  const total = BigInt(amountFen ?? 0);
  const weights = allocations.map(({ weight }) => BigInt(weight ?? 0));
  const policies = new Set(allocations.map(({ policyKey }) => policyKey));
  if (policies.size < 2 || policies.size < allocations.length) return false;
  if (total < 0n || weights.some((weight) => weight <= 0n)) return false;
  if (allocationBasis === EQUAL && new Set(weights).size > 1) return false;
  return apportion(total, weights).every((part, n) => String(part) === allocations[n]?.amountFen);
}
