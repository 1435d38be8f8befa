import { createHash } from "node:crypto";
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
  type JWTVerifyGetKey,
} from "jose";
import { LRUCache } from "lru-cache";
import { readBearerToken } from "./bearer-token";
import { createRemoteKeySet } from "./remote-key-set";
import { explainVerificationFailure, refuseToken } from "./token-refusal";
import { readVerifiedToken, type VerifiedToken } from "./verified-token";

/** Longest life of a provider's token in seconds: a signed token cannot be called back. */
export const providerLifetimeMaxSeconds = 120;
/** How far the provider's clock may be off ours, in seconds, in either direction. */
export const clockSkewMaxSeconds = 5;
/** A verified token is believed without its signature for this long, and never beyond its `exp`. */
export const verifiedAgeMaxSeconds = 60;
/** Most verified tokens remembered; the least recently used one goes first. */
export const verifiedCountMax = 10_000;

const algorithms = ["ES256", "EdDSA", "RS256", "PS256"];

/** What a verifier is given. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The provider's key set, by address or (local issuer, tests) as it is. */
  readonly jwks: URL | JSONWebKeySet;
  /** Largest `exp - iat` accepted: `providerLifetimeMaxSeconds` or `localLifetimeMaxSeconds`. */
  readonly lifetimeMaxSeconds: number;
  readonly now: () => Date;
  /** Told why the keys could not be read; the caller only learns that they could not. */
  readonly onKeysUnavailable?: (cause: unknown) => void;
}

/** Verifies RFC 9068 access tokens; every failure is a HubError. */
export interface TokenVerifier {
  verify(authorizationHeader: string | undefined): Promise<VerifiedToken>;
}

/** Makes the verifier of one issuer's tokens. Reads no key before the first token arrives. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const verified = new LRUCache<string, Remembered>({ max: verifiedCountMax });
  let generation = 0;
  const keys = openKeys(options, () => {
    // A key that was taken away must not live on in tokens verified with it.
    generation += 1;
    verified.clear();
  });

  async function verify(authorizationHeader: string | undefined): Promise<VerifiedToken> {
    const token = readBearerToken(authorizationHeader);
    // The digest is the key so that no usable token lies in memory longer than its request.
    const digest = createHash("sha256").update(token).digest("base64url");
    const nowSeconds = options.now().getTime() / 1000;
    const remembered = verified.get(digest);
    if (remembered && nowSeconds >= remembered.since && nowSeconds < remembered.until) {
      return remembered.token;
    }
    const startGeneration = generation;
    const answer = await verifySignature(token, keys, options);
    const until = Math.min(nowSeconds + verifiedAgeMaxSeconds, answer.expiresAt);
    if (startGeneration === generation) {
      verified.set(digest, { token: answer, since: nowSeconds, until });
    }
    return answer;
  }

  return { verify };
}

interface Remembered {
  readonly token: VerifiedToken;
  readonly since: number;
  readonly until: number;
}

function openKeys(options: TokenVerifierOptions, onChange: () => void): JWTVerifyGetKey {
  if (!(options.jwks instanceof URL)) return createLocalJWKSet(options.jwks);
  return createRemoteKeySet({ url: options.jwks, now: options.now, onChange });
}

async function verifySignature(
  token: string,
  keys: JWTVerifyGetKey,
  options: TokenVerifierOptions,
): Promise<VerifiedToken> {
  refuseWithoutKeyId(token);
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms,
      audience: options.audience,
      clockTolerance: clockSkewMaxSeconds,
      currentDate: options.now(),
      issuer: options.issuer,
      // Also refuses an `iat` in the future.
      maxTokenAge: options.lifetimeMaxSeconds,
      typ: "at+jwt",
    });
    return readVerifiedToken(payload, options.lifetimeMaxSeconds);
  } catch (error) {
    const answer = explainVerificationFailure(error);
    if (answer.code === "IDENTITY_UNAVAILABLE") options.onKeysUnavailable?.(error);
    throw answer;
  }
}

function refuseWithoutKeyId(token: string): void {
  // Without a key id jose tries any key of the type, and a rotation would go unnoticed.
  let keyId: unknown;
  try {
    keyId = decodeProtectedHeader(token).kid;
  } catch {
    throw refuseToken("TOKEN_MALFORMED");
  }
  if (typeof keyId !== "string") throw refuseToken("KEY_UNKNOWN");
}
