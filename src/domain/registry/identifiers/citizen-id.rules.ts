import type { RecordEnvelope } from "../../../submission/fields/record-input";
import type { Rule } from "../../../submission/rule";
import { Severity } from "../../../submission/severity";
import { citizenIdProblem } from "./citizen-id";

/** A number that passes the check and that nobody has: no county has its address code. */
export const exampleCitizenId = "340001199003070019";

/** The rule that a field holds a citizen identity number: a mistyped one is somebody else's. */
export function validCitizenId<R extends RecordEnvelope>(
  field: keyof R & string,
  example: R,
): Rule<R> {
  const withNumber = (number: string | null): R => ({ ...example, [field]: number });
  return {
    id: "ORG-10",
    severity: Severity.REJECT,
    legalBasis: "GB 11643-1999",
    zh: "公民身份号码不正确，应为 18 位且日期、校验位相符",
    en: "The citizen id is wrong; it has 18 characters, a day of birth and a check character",
    breaches: (record) => {
      const number: unknown = record[field];
      return typeof number === "string" && citizenIdProblem(number) !== null ? [`$.${field}`] : [];
    },
    examples: {
      meet: [
        ["right", withNumber(exampleCitizenId)],
        ["not given", withNumber(null)],
      ],
      break: [
        ["a wrong check character", withNumber(`${exampleCitizenId.slice(0, 17)}0`)],
        ["15 digits", withNumber(exampleCitizenId.slice(0, 15))],
        ["born on 30 February", withNumber("340001199002300017")],
        ["full-width digits", withNumber("３４０００１１９９００３０７００１９")],
      ],
    },
  };
}
