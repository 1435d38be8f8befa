import { refuseToken } from "./token-refusal";

/** Longest Authorization header that is looked at; ours are under 1 KB. */
export const authorizationLengthMax = 8_192;

/** The token inside an Authorization header, or the reason why there is none. Bounded work. */
export function readBearerToken(header: string | undefined): string {
  if (header === undefined || header === "") throw refuseToken("TOKEN_MISSING");
  if (header.length > authorizationLengthMax) throw refuseToken("HEADER_TOO_LONG");
  if (!/^bearer /i.test(header)) throw refuseToken("SCHEME_NOT_BEARER");
  const token = header.slice("bearer ".length).trim();
  // Three parts of base64url: a list of credentials joined by a proxy does not pass either.
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) throw refuseToken("TOKEN_MALFORMED");
  return token;
}
