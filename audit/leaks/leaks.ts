import { decisionLeaks } from "./decision-leaks";
import type { Leak } from "./leak";
import { pageLeaks } from "./page-leaks";
import { rowLeaks } from "./row-leaks";
import { submissionLeaks } from "./submission-leaks";

/** Every leak the audit must catch. */
export const leaks: readonly Leak[] = [
  ...rowLeaks,
  ...pageLeaks,
  ...decisionLeaks,
  ...submissionLeaks,
];

/** The leak of this name; throws when there is none. */
export function leakNamed(name: string): Leak {
  const leak = leaks.find((each) => each.name === name);
  if (!leak) throw new Error(`there is no leak ${name}`);
  return leak;
}
