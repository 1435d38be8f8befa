import type { ReferenceExample } from "../record-type";
import type { Rule, RuleId } from "../rule";
import { Severity } from "../severity";

/** The rule that what a record refers to has arrived; until then the record waits. */
export function arrived(id: RuleId, zh: string, en: string): Rule<ReferenceExample> {
  return {
    id,
    severity: Severity.WAIT,
    legalBasis: "ENG",
    zh: `所引用的${zh}尚未到达，到达后自动处理`,
    en: `The ${en} it refers to has not arrived; the record is taken up when it does`,
    breaches: ({ named, exists }) => (named && !exists ? ["$"] : []),
    examples: {
      meet: [
        ["it is there", { named: true, exists: true }],
        ["none is named", { named: false, exists: false }],
      ],
      break: [["it is not there", { named: true, exists: false }]],
    },
  };
}
