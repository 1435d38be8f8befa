import { hash } from "node:crypto";
import { HubError } from "../error/hub-error";

const digestCharacters = 20;

/** Length of every id: three letters, an underscore and 120 bits of digest in base64url. */
export const entityIdLength = 4 + digestCharacters;

/**
 * The id of the thing that `identity` names (e.g. insurer, source key). The same identity has the
 * same id for ever, so a record can be referred to before it arrives, and an id reveals no count.
 */
export function entityId(prefix: string, ...identity: readonly string[]): string {
  const digest = hash("sha256", JSON.stringify([prefix, ...identity]), "base64url");
  return `${prefix}_${digest.slice(0, digestCharacters)}`;
}

/** True for an id of this type, whether or not there is such a thing. */
export function isEntityId(id: string, prefix: string): boolean {
  return id.startsWith(`${prefix}_`) && /^[a-z]{3}_[\w-]{20}$/.test(id);
}

/** The id itself, or BAD_ID when it is malformed or of another type. */
export function readEntityId(id: string, prefix: string): string {
  if (isEntityId(id, prefix)) return id;
  throw new HubError("BAD_ID", { expected: prefix });
}
