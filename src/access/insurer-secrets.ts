import type { Label } from "./label";

/**
 * Data by which insurers compete: a figure of it must not tell one insurer's share, so that at
 * least three insurers have to stand behind it (access.md, aggregates under A).
 */
export const insurerSecrets: ReadonlySet<Label> = new Set<Label>([
  "price",
  "claimMoney",
  "fee",
  "feeDetail",
  "solvency",
]);
