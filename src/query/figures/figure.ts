import type { Words } from "../../access/words";

/** What a figure's value is worth: whole, kept back, or short of something. */
export const figureStates = ["VALUE", "SUPPRESSED", "INCOMPLETE"] as const;

export type FigureState = (typeof figureStates)[number];

/** A value that never stands alone: its state says whether it is all there is. */
export interface Figure {
  /** Exact text, or a count; null when there is none to be shown. */
  readonly value: string | number | null;
  readonly state: FigureState;
  /** Why it is not a whole value; null when it is. */
  readonly reason: Words | null;
}

/** A whole value. */
export function whole(value: string | number): Figure {
  return { value, state: "VALUE", reason: null };
}

/** Something is missing; the reason says what. */
export function incomplete(value: string | number | null, reason: Words): Figure {
  return { value, state: "INCOMPLETE", reason };
}

export function suppressed(reason: Words): Figure {
  return { value: null, state: "SUPPRESSED", reason };
}
