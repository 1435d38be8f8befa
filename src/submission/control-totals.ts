import type { RecordJson } from "./fields/record-input";
import type { RecordType } from "./record-type";
import type { ControlTotal } from "./rules/whole-submission.rules";

/** What the submitter says it sends. */
export interface DeclaredTotals {
  readonly count: number;
  readonly sums: readonly { readonly name: string; readonly amountFen: string }[];
}

/** A total by name, as declared and as sent. */
export interface NamedTotal extends ControlTotal {
  readonly name: string;
}

/**
 * Every total of the type and every declared one. Sums run over all records whatever their action;
 * a field that is not given counts as nothing.
 */
export function totalsOf(
  type: RecordType,
  declared: DeclaredTotals,
  records: readonly RecordJson[],
): NamedTotal[] {
  const totals: NamedTotal[] = [
    {
      name: "count",
      path: "$.declared.count",
      declared: String(declared.count),
      sent: String(records.length),
    },
  ];
  const said = new Map<string, string | undefined>();
  for (const { name, amountFen } of declared.sums)
    // Declared twice, it is not known which is meant.
    said.set(name, said.has(name) ? undefined : amountFen);
  for (const name of new Set([...type.sums, ...said.keys()])) {
    const sent = type.sums.includes(name) ? String(sumOf(records, name)) : undefined;
    totals.push({ name, path: "$.declared.sums", declared: said.get(name), sent });
  }
  return totals;
}

function sumOf(records: readonly RecordJson[], field: string): bigint {
  let sum = 0n;
  for (const record of records) {
    const amount = record[field];
    if (typeof amount === "string") sum += BigInt(amount);
  }
  return sum;
}
