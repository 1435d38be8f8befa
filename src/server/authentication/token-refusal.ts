import { errors } from "jose";
import { HubError } from "../../error/hub-error";

/**
 * Why a token was refused: all a caller learns. The two last are for whoever looks up the
 * organisation: `CLIENT_UNKNOWN` is not in the registry, `TOKEN_REVOKED` was issued before the
 * organisation's not-before epoch.
 */
export type TokenRefusal =
  | "TOKEN_MISSING"
  | "HEADER_DUPLICATED"
  | "HEADER_TOO_LONG"
  | "SCHEME_NOT_BEARER"
  | "TOKEN_MALFORMED"
  | "TYPE_WRONG"
  | "ALGORITHM_REFUSED"
  | "KEY_UNKNOWN"
  | "SIGNATURE_WRONG"
  | "ISSUER_WRONG"
  | "AUDIENCE_WRONG"
  | "CLAIM_INVALID"
  | "NOT_YET_VALID"
  | "LIFETIME_TOO_LONG"
  | "CLIENT_UNKNOWN"
  | "TOKEN_REVOKED";

/** The error for a refused token; its reason comes from the closed list and from nowhere else. */
export function refuseToken(reason: TokenRefusal): HubError {
  return new HubError("UNAUTHENTICATED", { reason });
}

/**
 * Turns whatever verification threw into an error the caller may see. What is not the token's
 * fault (keys cannot be fetched, are malformed or too weak) is IDENTITY_UNAVAILABLE: a good token
 * must not be called a bad one.
 */
export function explainVerificationFailure(error: unknown): HubError {
  if (error instanceof HubError) return error;
  if (error instanceof errors.JWTExpired) return new HubError("TOKEN_EXPIRED");
  if (error instanceof errors.JWTClaimValidationFailed) return refuseToken(claimRefusal(error));
  for (const [kind, reason] of refusalByError) {
    if (error instanceof kind) return refuseToken(reason);
  }
  return new HubError("IDENTITY_UNAVAILABLE");
}

const refusalByError: readonly [new (message?: string) => Error, TokenRefusal][] = [
  [errors.JOSEAlgNotAllowed, "ALGORITHM_REFUSED"],
  [errors.JOSENotSupported, "ALGORITHM_REFUSED"],
  [errors.JWKSNoMatchingKey, "KEY_UNKNOWN"],
  [errors.JWKSMultipleMatchingKeys, "KEY_UNKNOWN"],
  [errors.JWSSignatureVerificationFailed, "SIGNATURE_WRONG"],
  [errors.JWSInvalid, "TOKEN_MALFORMED"],
  [errors.JWTInvalid, "TOKEN_MALFORMED"],
];

function claimRefusal(error: errors.JWTClaimValidationFailed): TokenRefusal {
  if (error.claim === "typ") return "TYPE_WRONG";
  if (error.reason !== "check_failed") return "CLAIM_INVALID";
  if (error.claim === "iss") return "ISSUER_WRONG";
  if (error.claim === "aud") return "AUDIENCE_WRONG";
  return error.claim === "nbf" || error.claim === "iat" ? "NOT_YET_VALID" : "CLAIM_INVALID";
}
