import type { JWTPayload } from "jose";
import { refuseToken } from "./token-refusal";

/** Longest client id, subject or token id; the registry's client ids are far shorter. */
export const identifierLengthMax = 200;

/** What a verified token says. Everything else about the caller comes from the hub's registry. */
export interface VerifiedToken {
  readonly clientId: string;
  readonly subject: string;
  /** `iat`, in seconds: compared with the organisation's not-before epoch on each request. */
  readonly issuedAt: number;
  /** `exp`, in seconds. */
  readonly expiresAt: number;
  /** `jti`. */
  readonly tokenId: string;
}

/**
 * Reads the claims of a token whose signature, issuer and audience are already verified. A token
 * without exp, iat, client_id, sub or jti is refused here (RFC 9068, section 2.2).
 */
export function readVerifiedToken(claims: JWTPayload, lifetimeMaxSeconds: number): VerifiedToken {
  // Bound to a key its holder has to prove (RFC 9449, 8705), which the hub does not ask for.
  if (claims["cnf"] !== undefined) throw refuseToken("CLAIM_INVALID");
  const issuedAt = readSeconds(claims.iat);
  const expiresAt = readSeconds(claims.exp);
  if (expiresAt <= issuedAt) throw refuseToken("CLAIM_INVALID");
  if (expiresAt - issuedAt > lifetimeMaxSeconds) throw refuseToken("LIFETIME_TOO_LONG");
  return Object.freeze({
    clientId: readIdentifier(claims["client_id"]),
    subject: readIdentifier(claims.sub),
    issuedAt,
    expiresAt,
    tokenId: readIdentifier(claims.jti),
  });
}

function readSeconds(value: unknown): number {
  // JSON's 1e400 is Infinity, and Infinity passes comparisons that a date must not.
  if (!Number.isSafeInteger(value)) throw refuseToken("CLAIM_INVALID");
  return Number(value);
}

function readIdentifier(value: unknown): string {
  // Visible ASCII only: two identifiers that look alike are alike, and none breaks a log line.
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value))
    throw refuseToken("CLAIM_INVALID");
  if (value.length > identifierLengthMax) throw refuseToken("CLAIM_INVALID");
  return value;
}
