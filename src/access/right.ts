/**
 * What an organisation may do with data of one label:
 * R read, W write, RW both, M read masked (selection only), A aggregate arguments only, - nothing.
 */
export type Right = "R" | "W" | "RW" | "M" | "A" | "-";

/** The ways an operation can mention a field. A right covers every one of them. */
export const mentions = [
  "SELECT",
  "FILTER",
  "ORDER",
  "GROUP",
  "AGGREGATE",
  "INPUT",
  "CALL",
] as const;

export type Mention = (typeof mentions)[number];

const allowedMentions: Record<Right, ReadonlySet<Mention>> = {
  R: new Set<Mention>(["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE"]),
  W: new Set<Mention>(["INPUT", "CALL"]),
  RW: new Set<Mention>(["SELECT", "FILTER", "ORDER", "GROUP", "AGGREGATE", "INPUT", "CALL"]),
  M: new Set<Mention>(["SELECT"]),
  A: new Set<Mention>(["AGGREGATE"]),
  "-": new Set<Mention>(),
};

/** True when `right` covers this way of mentioning a field. */
export function permits(right: Right, mention: Mention): boolean {
  return allowedMentions[right].has(mention);
}

/** True when `right` reads values as they are; a masked value never is. */
export function isPlain(right: Right): boolean {
  return right === "R" || right === "RW";
}
