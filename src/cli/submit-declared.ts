import { chunksOf } from "./submit-chunks";
import { readSubmissionFile, type FileFormat } from "./read-submission-file";
import type { DeclaredTotals } from "./submit-file";
import { totalsOf } from "./submit-totals";

/** The file holds something else than it is said to; sending it again does not help. */
export class FileNotAsDeclared extends Error {}

/**
 * Reads a file and holds it against what it is said to hold; throws, saying each difference, before
 * anything is sent: a file that was cut off or written twice is whole chunks of right records.
 */
export async function checkDeclared(
  file: string,
  format: FileFormat,
  { count, sums = {} }: DeclaredTotals,
): Promise<void> {
  const held = await totalsIn(file, format);
  const differences = Object.entries(sums)
    .map(([name, declared]) => [name, declared, held.sums.get(name) ?? "0"] as const)
    .filter(([, declared, found]) => declared !== found)
    .map(
      ([name, declared, found]) => `${name}: 申报 declared ${declared}, 文件 in the file ${found}`,
    );
  if (count !== undefined && count !== held.count)
    differences.unshift(
      `记录数 count: 申报 declared ${String(count)}, 文件 in the file ${String(held.count)}`,
    );
  if (differences.length === 0) return;
  const what = "控制总数不符，未报送任何记录 Totals differ; nothing was sent";
  throw new FileNotAsDeclared([what, ...differences].join("\n    "));
}

async function totalsIn(
  file: string,
  format: FileFormat,
): Promise<{ count: number; sums: ReadonlyMap<string, string> }> {
  const { lines } = await readSubmissionFile(file, format);
  const sums = new Map<string, string>();
  let count = 0;
  // A line that cannot be read is a record that was meant to be there.
  for await (const chunk of chunksOf(lines, () => (count += 1))) {
    count += chunk.lines.length;
    for (const { name, amountFen } of totalsOf(chunk.type, chunk.lines))
      sums.set(name, String(BigInt(sums.get(name) ?? "0") + BigInt(amountFen)));
  }
  return { count, sums };
}
