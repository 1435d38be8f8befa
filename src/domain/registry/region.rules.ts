import type { ReferenceExample } from "../../submission/record-type";
import type { Rule, RuleId } from "../../submission/rule";
import { Severity } from "../../submission/severity";

/** The rule that a region code exists on the day: the hub keeps the list, so waiting is in vain. */
export function existingRegion(id: RuleId): Rule<ReferenceExample> {
  return {
    id,
    severity: Severity.REJECT,
    legalBasis: "GB/T 2260",
    zh: "行政区划代码不存在，或在该日期无效",
    en: "The region code does not exist, or is not valid on that day",
    breaches: ({ named, exists }) => (named && !exists ? ["$"] : []),
    examples: {
      meet: [
        ["it is valid", { named: true, exists: true }],
        ["none is named", { named: false, exists: false }],
      ],
      break: [["it is not", { named: true, exists: false }]],
    },
  };
}
