import { HazardState } from "./hazard-state";

const { FOUND, NOTIFIED, RECTIFYING, RECTIFIED, RECHECKED, RETURNED, CLOSED } = HazardState;
const { OVERDUE, REPORTED, SUPERVISED } = HazardState;

/** 应急厅函〔2024〕322号二: which step may follow which; after a deadline the loop still closes. */
export const nextStates: Readonly<Record<HazardState, readonly HazardState[]>> = {
  FOUND: [NOTIFIED, OVERDUE],
  NOTIFIED: [RECTIFYING, OVERDUE],
  RECTIFYING: [RECTIFIED, OVERDUE],
  RECTIFIED: [RECHECKED],
  RECHECKED: [CLOSED, RETURNED],
  RETURNED: [RECTIFYING, OVERDUE],
  OVERDUE: [REPORTED],
  REPORTED: [SUPERVISED, RECTIFYING, RECTIFIED],
  SUPERVISED: [RECTIFYING, RECTIFIED],
  CLOSED: [],
};

/** A step as far as the state depends on it. */
export interface HazardStep {
  readonly kind: HazardState;
  readonly at: string;
}

/**
 * The state that steps of several parties lead to. They are taken by their time, those of one
 * instant in whichever order is legal; a step that is not legal when its time comes changes nothing:
 * who reports a hazard as closed without a re-check has not closed it.
 */
export function stateAfter(steps: readonly HazardStep[]): HazardState {
  let state = FOUND;
  let left = [...steps].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  for (let [first] = left; first; [first] = left) {
    const { at } = first;
    const next = left.findIndex((step) => step.at === at && nextStates[state].includes(step.kind));
    const taken = left[next];
    if (taken) state = taken.kind;
    // Whatever cannot follow now may still follow another step of the same instant.
    left = taken ? left.filter((_, n) => n !== next) : left.filter((step) => step.at !== at);
  }
  return state;
}
