import { createPermutation } from "./permutation";
import type { ViolationKind } from "./violation-kind";
import { violationKinds } from "./violation-kinds";

/** What is to happen to one enterprise. */
export interface PlannedViolation {
  readonly kind: ViolationKind;
  /** Its own index among the violations of this kind, from 0. */
  readonly ordinal: number;
  /** For the second party of a pair: the index of the first, whose thing it repeats. */
  readonly leader: number | null;
}

/** More of one kind teach nobody anything, and the manifest is read by people. */
const CASES_MAX = 400;

/**
 * Which enterprises break which rule: at most one rule each. A pure function of seed and number,
 * and small, so that the manifest is known without telling the whole demo.
 */
export function planViolations(
  seed: number,
  enterprises: number,
): ReadonlyMap<number, PlannedViolation> {
  const place = createPermutation(seed, "violations", enterprises);
  const plan = new Map<number, PlannedViolation>();
  let next = 0;
  for (const kind of violationKinds) {
    const wanted = Math.round((enterprises * kind.perHundredThousand) / 100_000);
    const cases = Math.min(Math.max(wanted, kind.min), CASES_MAX);
    for (let ordinal = 0; ordinal < cases; ordinal += 1) {
      const first = place(next);
      for (let party = 0; party < kind.parties; party += 1) {
        plan.set(place(next), { kind, ordinal, leader: party === 0 ? null : first });
        next += 1;
      }
    }
  }
  return plan;
}
