import type { Random } from "./random";

/** The usual rate per sector and risk grade, in ten-thousandths of a permille. */
const usualRate: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  HAZARDOUS_CHEMICALS: { HIGH: 24_000, MEDIUM: 18_000, LOW: 13_000 },
  NON_COAL_MINE: { HIGH: 26_000, MEDIUM: 20_000, LOW: 15_000 },
  METAL_SMELTING: { HIGH: 20_000, MEDIUM: 15_000, LOW: 11_000 },
  FIREWORKS: { HIGH: 30_000, MEDIUM: 23_000, LOW: 17_000 },
};

const FEN_PER_WAN = 1_000_000;
/** Ten-thousandths of a permille in the whole. */
const RATE_PARTS = 10_000_000;
/** A rate factor of 1. */
export const FACTOR_PARTS = 10_000;

/** The premium before the rate factor, in fen. */
export function basePremium(sector: string, risk: string, sumInsured: number): number {
  return share(sumInsured, usualRate[sector]?.[risk] ?? 20_000, RATE_PARTS);
}

/** Written premium in thousandths of the sum insured, with four digits after the point. */
export function ratePermille(writtenPremium: number, sumInsured: number): string {
  const parts = (BigInt(writtenPremium) * BigInt(RATE_PARTS)) / BigInt(sumInsured);
  return decimalText(Number(parts), 4);
}

/** Part of an amount, rounded down; exact for any amount. */
export function share(amount: number, numerator: number, denominator: number): number {
  return Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator));
}

/** A whole number of the last decimal place as text: `decimalText(1250, 2)` is `12.50`. */
export function decimalText(parts: number, places: number): string {
  const digits = String(parts).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** 万元 in fen. */
export function wan(count: number): number {
  return count * FEN_PER_WAN;
}

/** Small units are many and large ones few. */
export function headcountOf(random: Random, sector: string): number {
  const largest = sector === "FIREWORKS" ? 120 : 900;
  const [from, to] = random.weighted<readonly [number, number]>([
    [[9, 50], 60],
    [[51, 120], 27],
    [[121, largest], sector === "FIREWORKS" ? 0 : 13],
  ]);
  return random.int(from, to);
}
