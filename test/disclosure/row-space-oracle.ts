/** A prime of 61 bits: what follows modulo it and not in fractions does not happen. */
const prime = 2n ** 61n - 1n;

/**
 * All that follows from equations over unknowns by adding and subtracting, by elimination. Written
 * apart from the hub's own, with another prime, to judge it.
 */
export class Solver {
  private readonly rows: { pivot: number; row: bigint[] }[] = [];

  constructor(private readonly unknowns: number) {}

  /** The sum of these unknowns is known now. */
  learn(members: Iterable<number>): void {
    const row = this.rest(members);
    const pivot = row.findIndex((coefficient) => coefficient !== 0n);
    if (pivot < 0) return;
    const factor = power(row[pivot] ?? 1n, prime - 2n);
    this.rows.push({ pivot, row: row.map((coefficient) => (coefficient * factor) % prime) });
  }

  /** True when the sum of these unknowns follows. */
  follows(members: Iterable<number>): boolean {
    return this.rest(members).every((coefficient) => coefficient === 0n);
  }

  private rest(members: Iterable<number>): bigint[] {
    const row = Array.from({ length: this.unknowns }, () => 0n);
    for (const member of members) row[member] = 1n;
    // In the order in which they were learned: no row has another's pivot before its own.
    for (const { pivot, row: known } of this.rows) {
      const factor = row[pivot] ?? 0n;
      if (factor === 0n) continue;
      for (let n = 0; n < this.unknowns; n++) {
        const difference = ((row[n] ?? 0n) - factor * (known[n] ?? 0n)) % prime;
        row[n] = difference < 0n ? difference + prime : difference;
      }
    }
    return row;
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base % prime;
  for (let rest = exponent; rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) result = (result * factor) % prime;
    factor = (factor * factor) % prime;
  }
  return result;
}
