import type { RecordEnvelope } from "../fields/record-input";
import type { Rule } from "../rule";
import { Severity } from "../severity";

/** The rule that a field holds an id as the hub makes them: no other can ever arrive. */
export function recordId<R extends RecordEnvelope>(
  field: keyof R & string,
  prefix: string,
  example: R,
): Rule<R> {
  const withId = (id: string | null): R => ({ ...example, [field]: id });
  const pattern = new RegExp(`^${prefix}_[\\w-]{20}$`);
  return {
    id: "SUB-20",
    severity: Severity.REJECT,
    legalBasis: "ENG",
    zh: `标识不正确，应为平台给出的 ${prefix}_ 开头的标识`,
    en: `The id is malformed; it is one the hub gave and begins with ${prefix}_`,
    breaches: (record) => {
      const id: unknown = record[field];
      return typeof id === "string" && !pattern.test(id) ? [`$.${field}`] : [];
    },
    examples: {
      meet: [["an id", withId(`${prefix}_${"a".repeat(20)}`)]],
      break: [
        ["an id of something else", withId(`xxx_${"a".repeat(20)}`)],
        ["too short", withId(`${prefix}_${"a".repeat(19)}`)],
        ["too long", withId(`${prefix}_${"a".repeat(21)}`)],
        ["a source key", withId("SR-2026-0001")],
      ],
    },
  };
}
