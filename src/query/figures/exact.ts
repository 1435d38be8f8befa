/**
 * Exact decimal arithmetic on text, as the database gives it: whole numbers of a power of ten. No
 * figure ever passes through a JavaScript number.
 */
export interface Exact {
  /** The value × 10^scale. */
  readonly units: bigint;
  readonly scale: number;
}

export const zero: Exact = { units: 0n, scale: 0 };

/** Reads `-12.50`; anything else is a fault of ours. */
export function exact(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new Error(`not a decimal: ${text}`);
  const [, sign = "", whole = "0", fraction = ""] = match;
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

export function add(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  return { units: scaled(a, scale) + scaled(b, scale), scale };
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `a` ÷ `by` with `scale` decimals, halves away from zero. */
export function divide(a: Exact, by: bigint, scale: number): Exact {
  const numerator = a.units * 10n ** BigInt(scale);
  const denominator = by * 10n ** BigInt(a.scale);
  const half = numerator < 0n ? -denominator / 2n : denominator / 2n;
  return { units: (numerator + half) / denominator, scale };
}

/** All decimals of its scale, as the database writes them. */
export function exactText({ units, scale }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function scaled({ units, scale }: Exact, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}
