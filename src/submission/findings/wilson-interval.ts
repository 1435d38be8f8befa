/** A share with the interval that holds the true one in 95 of 100 cases (Wilson). */
export interface WilsonInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, for 95 per cent. */
const z = 1.959964;

/** `part` of `whole`; null when there is nothing to take a share of. */
export function wilsonInterval(part: number, whole: number): WilsonInterval | null {
  if (whole <= 0) return null;
  const share = part / whole;
  const z2 = z * z;
  const centre = share + z2 / (2 * whole);
  const spread = z * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole));
  const scale = 1 + z2 / whole;
  return {
    share,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
