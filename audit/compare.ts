import type { Answer } from "./hubs";

/** Where two answers begin to differ, with a little of both around it. */
export interface AnswerDifference {
  readonly what: string;
  readonly one: string;
  readonly two: string;
}

const shownMax = 160;
const before = 60;

/** Null when both answers are the same to the byte. */
export function compareAnswers(one: Answer, two: Answer): AnswerDifference | null {
  if (one.status !== two.status)
    return { what: "status", one: String(one.status), two: String(two.status) };
  const [a, b] = [plain(one.text), plain(two.text)];
  if (a !== b) return excerpt("body", a, b);
  return one.headers === two.headers ? null : excerpt("headers", one.headers, two.headers);
}

const errorId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Our own mistakes are numbered at random, so that operators find them; the number says nothing. */
function plain(text: string): string {
  return isMistake(text) ? text.replace(errorId, "*") : text;
}

/** Whether an answer speaks of a mistake of the hub's own. */
export function isMistake(text: string): boolean {
  return text.includes('"code":"INTERNAL"');
}

function excerpt(what: string, a: string, b: string): AnswerDifference {
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  const from = Math.max(0, at - before);
  return { what, one: a.slice(from, from + shownMax), two: b.slice(from, from + shownMax) };
}
