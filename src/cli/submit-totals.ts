import type { RecordType } from "../submission/record-type";
import type { ReadLine } from "./submit-line";

/** The control sums of records. Amounts that cannot be read are found by the hub. */
export function totalsOf(
  type: RecordType,
  lines: readonly ReadLine[],
): { readonly name: string; readonly amountFen: string }[] {
  return type.sums.map((name) => {
    const amounts = lines.map(({ record }) => amountOf(record[name]));
    return { name, amountFen: String(amounts.reduce((sum, amount) => sum + amount, 0n)) };
  });
}

function amountOf(amount: unknown): bigint {
  const isNumber = typeof amount === "number" && Number.isSafeInteger(amount);
  const isDigits = typeof amount === "string" && /^-?\d+$/.test(amount);
  return isNumber || isDigits ? BigInt(amount) : 0n;
}
