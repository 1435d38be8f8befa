import { createHash, randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { HubError } from "../../error/hub-error";
import type { LoggedOperation } from "../../graph/context";
import { ReplayCache } from "./replay-cache";

/** The header that carries the signature of a subgraph request. */
export const signatureHeader = "hub-signature";
/** Life of a signature in seconds: a request on its way, nothing more. */
export const signatureLifetimeSeconds = 15;
/** How far the clocks of gateway and subgraph may be apart. */
export const signatureSkewSeconds = 5;
/** Longest header that is looked at. */
export const signatureLengthMax = 4_096;

/** Keeps these tokens apart from any other token somebody might sign with the same secret. */
const type = "hub-subgraph+jwt";

/** What a signature is bound to. */
export interface SignedRequest {
  /** Name of the subgraph it is for; no other accepts it. */
  readonly subgraph: string;
  /** The organisation the gateway speaks for. */
  readonly organisationId: string;
  /** Who of it. */
  readonly person: string;
  /** Under which rights, policy version included, the gateway decided. */
  readonly rightsKey: string;
  /** The operation it is a part of: joins the log entries of all parts. */
  readonly operation?: LoggedOperation | undefined;
  /** The bytes of the body. */
  readonly body: string | Uint8Array;
}

/** Signs subgraph requests as the gateway. */
export type Sign = (request: SignedRequest, now: Date) => Promise<string>;

/** Makes the signer of a gateway from GATEWAY_KEY. */
export function createSigner(gatewayKey: string): Sign {
  const secret = Buffer.from(gatewayKey);
  return ({ subgraph, organisationId, person, rightsKey, operation, body }, now) => {
    const issuedAt = Math.floor(now.getTime() / 1000);
    return new SignJWT({ person, rights: rightsKey, operation, body: digestOf(body) })
      .setProtectedHeader({ alg: "HS256", typ: type })
      .setAudience(subgraph)
      .setSubject(organisationId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + signatureLifetimeSeconds)
      .setJti(randomUUID())
      .sign(secret);
  };
}

/** Whom a signed request speaks for. */
export interface SignedCaller {
  readonly organisationId: string;
  readonly person: string;
  readonly rightsKey: string;
  readonly operation?: LoggedOperation | undefined;
}

/** Verifies the signature of a request to this subgraph. */
export type VerifySignature = (
  header: string | string[] | undefined,
  body: Uint8Array,
  now: Date,
) => Promise<SignedCaller>;

/**
 * Makes the verifier of one subgraph. Every failure is SUBGRAPH_SIGNATURE_INVALID and says no
 * more: whoever is not the gateway learns nothing about why.
 */
export function createSignatureVerifier(
  gatewayKey: string,
  subgraph: string,
  used: ReplayCache = new ReplayCache(),
): VerifySignature {
  const secret = Buffer.from(gatewayKey);
  return async (header, body, now) => {
    if (typeof header !== "string" || header.length > signatureLengthMax) throw invalid();
    const payload = await readPayload(header, secret, subgraph, now);
    const { sub, exp, jti, rights, person } = payload;
    if (payload["body"] !== digestOf(body)) throw invalid();
    if (!sub || !exp || !jti) throw invalid();
    if (typeof rights !== "string" || typeof person !== "string") throw invalid();
    // Last, so that only a signature that would have been accepted uses itself up.
    const isFirst = used.use(jti, exp + signatureSkewSeconds, now.getTime() / 1000);
    if (!isFirst) throw invalid();
    // Whatever it holds was signed by the gateway, from its own context.
    const operation = payload["operation"] as LoggedOperation | undefined;
    return { organisationId: sub, person, rightsKey: rights, ...(operation ? { operation } : {}) };
  };
}

async function readPayload(
  header: string,
  secret: Uint8Array,
  subgraph: string,
  now: Date,
): Promise<Awaited<ReturnType<typeof jwtVerify>>["payload"]> {
  try {
    const { payload } = await jwtVerify(header, secret, {
      algorithms: ["HS256"],
      audience: subgraph,
      clockTolerance: signatureSkewSeconds,
      currentDate: now,
      // Whatever a signer writes into `exp`, no signature lives longer than this.
      maxTokenAge: signatureLifetimeSeconds,
      requiredClaims: ["sub", "exp", "iat", "jti", "person", "rights", "body"],
      typ: type,
    });
    return payload;
  } catch {
    throw invalid();
  }
}

function digestOf(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("base64url");
}

function invalid(): HubError {
  return new HubError("SUBGRAPH_SIGNATURE_INVALID");
}
