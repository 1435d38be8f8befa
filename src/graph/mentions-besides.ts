import type { FieldMention } from "../access/decision";
import { mentions as kinds } from "../access/right";
import { HubError } from "../error/hub-error";

/** Under which name a gateway sends the mentions that limit the rows of the whole operation. */
const key = "limitedBy";
const besidesMax = 5_000;

/** What a gateway adds to a part of an operation: the mentions that limit the rows of the whole. */
export function besidesExtension(mentions: readonly FieldMention[]): Record<string, unknown> {
  return { [key]: mentions.map(({ field, mention }) => `${field} ${mention}`) };
}

/**
 * The mentions a request brings besides its document. Whoever sends them, they can only take rows
 * away: a mention never widens anything.
 */
export function besidesOf(extensions: Record<string, unknown> | undefined): FieldMention[] {
  const sent = extensions?.[key];
  if (!Array.isArray(sent)) return [];
  // Dropping some would leave rows in that the whole operation may not read.
  if (sent.length > besidesMax) throw new HubError("DOCUMENT_TOO_LARGE", { limit: besidesMax });
  return sent.flatMap((text: unknown) => {
    const [field, kind] = typeof text === "string" ? text.split(" ") : [];
    const mention = kinds.find((known) => known === kind);
    return field && mention ? [{ field, mention }] : [];
  });
}
