import { FeeRatioState } from "./fee-ratio-state";

/** The sums of one insurer and year, in fen. */
export interface FeeSums {
  written: bigint;
  received: bigint;
  extracted: bigint;
  spent: bigint;
}

const decimals = 8;

/**
 * Judges extraction against the floor (base: written premium, 安徽通知二) and use against the cap
 * (base: received premium, 应急厅函〔2024〕322号四). Where the floor in fen exceeds the cap in fen no
 * amount is right: then neither is held against the insurer. A parameter that is not in force is
 * null and judges nothing.
 */
export function judgeFeeRatio(
  { written, received, extracted, spent }: FeeSums,
  floorPct: string | null,
  capPct: string | null,
): FeeRatioState {
  // Fen × scaled percent on every side, so that only integers are compared.
  const floor = floorPct === null ? null : scaled(floorPct) * written;
  const cap = capPct === null ? null : scaled(capPct) * received;
  if (floor !== null && cap !== null && floor > cap) return FeeRatioState.BAND_EMPTY;
  const hundred = scaled("100");
  const under = floor !== null && extracted * hundred < floor;
  const over = cap !== null && spent * hundred > cap;
  if (under && over) return FeeRatioState.UNDER_FLOOR_AND_OVER_CAP;
  if (under) return FeeRatioState.UNDER_FLOOR;
  return over ? FeeRatioState.OVER_CAP : FeeRatioState.OK;
}

/** A decimal text as an integer of 10^-8. Throws when the parameter is not such a text. */
function scaled(text: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) throw new Error(`not a percentage: ${text}`);
  return BigInt(`${match[1] ?? ""}${(match[2] ?? "").padEnd(decimals, "0")}`);
}
