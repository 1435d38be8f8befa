import { instantFromDatabase } from "../../database/calendar";
import { isFen } from "../../graph/scalars";
import type { RequestClock } from "../../query/select";
import type { RecordEnvelope } from "../fields/record-input";
import { exampleClock, type Rule, type RuleId } from "../rule";
import { Severity } from "../severity";

const toleranceMs = 5 * 60_000;

/** The latest instant that counts as past: clocks of submitters may be ahead by five minutes. */
export function latestPast({ now }: RequestClock): string {
  const later = new Date(Date.parse(instantFromDatabase(now)) + toleranceMs).toISOString();
  return `${later.slice(0, 19)}.${now.slice(20)}Z`;
}

/** The rule that what is reported as having happened has happened. */
export function happened<R extends RecordEnvelope>(
  example: R,
  first: keyof R & string,
  ...others: (keyof R & string)[]
): Rule<R> {
  const at = (field: string, instant: string): R => ({ ...example, [field]: instant });
  const last = latestPast(exampleClock);
  const tooLate = last.replace(/0Z$/, "1Z");
  const brokenBy = (field: string) => [`${field} later than that`, at(field, tooLate)] as const;
  return {
    id: "SUB-24",
    severity: Severity.REJECT,
    legalBasis: "ENG",
    zh: "已发生事项的时间不得晚于平台时间 5 分钟以上",
    en: "What has happened is not over 5 minutes after the hub's time",
    breaches: (record, { clock }) =>
      [first, ...others].flatMap((name) => {
        const stated: unknown = record[name];
        return typeof stated === "string" && stated > latestPast(clock) ? [`$.${name}`] : [];
      }),
    examples: {
      meet: [[`${first} 5 minutes ahead`, at(first, last)]],
      break: [brokenBy(first), ...others.map(brokenBy)],
    },
  };
}

/** The rule that a number is one that its field can mean. */
export function between<R extends RecordEnvelope>(
  example: R,
  field: keyof R & string,
  min: number,
  max: number,
): Rule<R> {
  const of = (value: number): R => ({ ...example, [field]: value });
  return {
    id: "SUB-25",
    severity: Severity.REJECT,
    legalBasis: "ENG",
    zh: `数值超出范围：${field} 应为 ${String(min)} 至 ${String(max)}`,
    en: `The value is out of range: ${field} is ${String(min)} to ${String(max)}`,
    breaches: (record) => {
      const stated: unknown = record[field];
      return typeof stated === "number" && (stated < min || stated > max) ? [`$.${field}`] : [];
    },
    examples: {
      meet: [
        ["the least", of(min)],
        ["the most", of(max)],
      ],
      break: [
        ["below the least", of(min - 1)],
        ["above the most", of(max + 1)],
      ],
    },
  };
}

/**
 * The rule that money is an integer of fen in its one spelling. The scalar `Fen` refuses the whole
 * request for anything else (BAD_AMOUNT, with its place), so no record comes this far with it.
 */
export function exactFen<R extends RecordEnvelope>(
  id: RuleId,
  example: R,
  field: keyof R & string,
): Rule<R> {
  const of = (amount: string): R => ({ ...example, [field]: amount });
  return {
    id,
    severity: Severity.REJECT,
    legalBasis: "ENG",
    zh: "金额为人民币分的整数文本，至多 15 位；无负零、指数、前导零（否则请求被拒：BAD_AMOUNT）",
    en: "Money is fen (CNY) as integer text, up to 15 digits, no -0, exponent or leading zero",
    breaches: (record) => {
      const stated: unknown = record[field];
      return typeof stated === "string" && !isFen(stated) ? [`$.${field}`] : [];
    },
    examples: {
      meet: [
        ["one fen", of("1")],
        ["15 digits", of("999999999999999")],
      ],
      break: [
        ["16 digits", of("1000000000000000")],
        ["a negative zero", of("-0")],
        ["an exponent", of("1e3")],
        ["leading zeros", of("0001")],
        ["a fraction of a fen", of("1.5")],
        ["nothing at all", of("")],
      ],
    },
  };
}

/** The most a whole number can be; for counts that have no limit of their own. */
export const countMax = 10_000_000;
