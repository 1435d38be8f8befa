/**
 * `part / whole` in percent with two decimals, halves away from zero, as text; null when there is
 * nothing to divide by. Integers only: no amount passes through a binary fraction.
 */
export function percentText(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  const magnitude = part < 0n ? -part : part;
  const hundredths = (magnitude * 20_000n + whole) / (2n * whole);
  const sign = part < 0n && hundredths > 0n ? "-" : "";
  return `${sign}${String(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, "0")}`;
}
