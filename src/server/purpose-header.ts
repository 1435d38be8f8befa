import type { IncomingMessage } from "node:http";
import { HubError } from "../error/hub-error";

/** The header in which a caller says what it needs the data for. */
export const purposeHeader = "hub-purpose";
/** Longest purpose, in UTF-16 units; the access log keeps it. */
export const purposeLengthMax = 200;
/** No text of that length needs more: three bytes a unit, three characters a byte. */
const encodedLengthMax = purposeLengthMax * 9;

/** The purpose of a request: percent-encoded UTF-8, since headers are Latin-1. Null without one. */
export function readPurpose(request: IncomingMessage): string | null {
  const given = request.headers[purposeHeader];
  if (given === undefined || given === "") return null;
  const purpose = typeof given === "string" ? decoded(given) : null;
  if (purpose === null || purpose.length > purposeLengthMax || /\p{Cc}/u.test(purpose))
    throw new HubError("BAD_USER_INPUT", {
      reason: `${purposeHeader}: percent-encoded UTF-8, at most ${String(purposeLengthMax)} characters`,
    });
  return purpose;
}

function decoded(text: string): string | null {
  if (text.length > encodedLengthMax || !/^[\x20-\x7e]+$/.test(text)) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
