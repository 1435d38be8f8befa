import type { RecordEnvelope } from "../../../submission/fields/record-input";
import type { Rule, RuleId } from "../../../submission/rule";
import { Severity } from "../../../submission/severity";
import { usccProblem } from "./uscc";

/**
 * The rule that a field holds a unified social credit code. A code with a wrong check character
 * names nobody, so waiting for its bearer would be in vain.
 */
export function validUscc<R extends RecordEnvelope>(
  id: RuleId,
  field: keyof R & string,
  example: R,
): Rule<R> {
  const withCode = (code: string | null): R => ({ ...example, [field]: code });
  return {
    id,
    severity: Severity.REJECT,
    legalBasis: "GB 32100-2015",
    zh: "统一社会信用代码不正确，应为 18 位且校验位相符",
    en: "The unified social credit code is wrong; it has 18 characters and a check character",
    breaches: (record) => {
      const code: unknown = record[field];
      return typeof code === "string" && usccProblem(code) !== null ? [`$.${field}`] : [];
    },
    examples: {
      meet: [
        ["right", withCode(exampleUscc)],
        ["not given", withCode(null)],
      ],
      break: [
        ["a wrong check character", withCode(`${exampleUscc.slice(0, 17)}4`)],
        ["too short", withCode(exampleUscc.slice(1))],
        ["lower case", withCode(exampleUscc.toLowerCase())],
      ],
    },
  };
}

/** A code that passes the check and that no registrar can have issued. */
export const exampleUscc = "91340000DEM00000D3";
