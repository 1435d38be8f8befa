/**
 * Divides a total by weights so that nothing is lost: each part is its exact share, rounded down or
 * up; those with the largest remainders are rounded up, equal ones in their order.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (total < 0n || sum <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError("a total and weights of at least zero, one of them above it");
  const shares = weights.map((weight) => total * weight);
  const parts = shares.map((share) => share / sum);
  const left = total - parts.reduce((all, part) => all + part, 0n);
  const byRemainder = shares
    .map((share, place) => ({ place, remainder: share % sum }))
    .sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder));
  for (const { place } of byRemainder.slice(0, Number(left)))
    parts[place] = (parts[place] ?? 0n) + 1n;
  return parts;
}
