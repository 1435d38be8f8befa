/** Requests for one submission, the first included, before the file is given up for now. */
export const triesMax = 12;
const delayMs = 250;
const delayMaxMs = 15_000;
/** Longest time that a hub is believed when it says when to come back. */
const retryAfterMaxMs = 60_000;

/**
 * How long to wait before trying for the nth time again (n from 1): at least what `Retry-After`
 * says, and a random time on top, so that many who were refused at once do not come back at once.
 */
export function backOffMs(
  nth: number,
  retryAfter: string | null,
  { now, random }: { readonly now: number; readonly random: number },
): number {
  const asked = retryAfter === null ? 0 : askedMs(retryAfter, now);
  return asked + random * Math.min(delayMaxMs, delayMs * 2 ** nth);
}

/** Seconds or a date (RFC 9110); anything else asks for nothing. */
function askedMs(retryAfter: string, now: number): number {
  const isSeconds = /^\d+$/.test(retryAfter.trim());
  const asked = isSeconds ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), retryAfterMaxMs);
}
