import { atomsOf, sumsOf } from "./atoms";
import { disclosureLimits } from "./disclosure-limits";
import { ledgerWith, type Contributions, type Ledger, type ToldAnswer } from "./ledger";
import { Teller } from "./teller";

/** Which cells of an answer are told, and what is then to be remembered. */
export interface Judgement {
  readonly isTotalTold: boolean;
  /** By cell. */
  readonly isTold: readonly boolean[];
  /** True when too much is remembered already for anything new to be judged. */
  readonly isExhausted: boolean;
  /** Null when nothing new is told. */
  readonly ledger: Ledger | null;
}

/**
 * Decides which sums of an answer are told: the total first, then the largest cells. A sum is told
 * only when its own contributors may be, and when nothing that follows by adding and subtracting
 * from all that this organisation was told before, and from this, isolates too few contributors.
 * So totals minus siblings, remainders and overlapping answers are one and the same question.
 */
export function judgeAnswer(before: Ledger, given: Contributions, day: string): Judgement {
  const [ledger, cellOf] = ledgerWith(before, given);
  const again = ledger.answers.find((answer) => isSame(answer, cellOf));
  if (again) return repeated(again, cellOf, given.cells);
  const remembered = ledger.answers.reduce((cells, { isTold }) => cells + isTold.length, 0);
  const rows = ledger.digest.length;
  const none = { isTotalTold: false, isTold: flags(given.cells), isExhausted: true, ledger: null };
  if (remembered + given.cells > disclosureLimits.cellsMax) return none;
  if (rows > disclosureLimits.rowsMax) return none;
  const atoms = atomsOf(rows, [...ledger.answers.map((answer) => answer.cellOf), cellOf]);
  const steps = given.cells * (remembered + given.cells) * atoms.count;
  if (atoms.count > disclosureLimits.atomsMax || steps > disclosureLimits.stepsMax) return none;
  const columns = { ...ledger, isInsurerSecret: given.isInsurerSecret };
  const teller = new Teller(atoms, columns);
  for (const answer of ledger.answers) {
    const sums = sumsOf(atoms, answer.cellOf, answer.isTold.length);
    for (const sum of [
      ...(answer.isTotalTold ? [sums.total] : []),
      ...sums.cells.filter((_, cell) => answer.isTold[cell]),
    ])
      teller.remember(sum);
  }
  const sums = sumsOf(atoms, cellOf, given.cells);
  const isTotalTold = teller.tell(sums.total);
  const isTold = flags(given.cells);
  for (const cell of largestFirst(cellOf, given.cells))
    isTold[cell] = teller.tell(sums.cells[cell] ?? sums.total);
  if (!teller.isMore) return { isTotalTold, isTold, isExhausted: false, ledger: null };
  const answers = [...ledger.answers, { day, isTotalTold, isTold, cellOf }];
  return { isTotalTold, isTold, isExhausted: false, ledger: { ...ledger, answers } };
}

function largestFirst(cellOf: Uint16Array, cells: number): number[] {
  const sizes = new Uint32Array(cells);
  for (const cell of cellOf) if (cell > 0) sizes[cell - 1] = (sizes[cell - 1] ?? 0) + 1;
  return [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

/** True when an answer had the same rows in the same cells, however they are numbered. */
function isSame(answer: ToldAnswer, cellOf: Uint16Array): boolean {
  const names = new Map<number, number>();
  const others = new Set<number>();
  return cellOf.every((cell, row) => {
    const other = answer.cellOf[row] ?? 0;
    if ((cell === 0) !== (other === 0)) return false;
    const known = names.get(cell);
    if (known !== undefined) return known === other;
    if (others.has(other)) return false;
    names.set(cell, other);
    others.add(other);
    return true;
  });
}

function repeated(answer: ToldAnswer, cellOf: Uint16Array, cells: number): Judgement {
  const isTold = flags(cells);
  cellOf.forEach((cell, row) => {
    if (cell > 0) isTold[cell - 1] = answer.isTold[(answer.cellOf[row] ?? 0) - 1] ?? false;
  });
  return { isTotalTold: answer.isTotalTold, isTold, isExhausted: false, ledger: null };
}

function flags(cells: number): boolean[] {
  return Array.from({ length: cells }, () => false);
}
