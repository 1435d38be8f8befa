import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from "jose";
import { type Config, localIssuerName } from "../../config";
import { createOnce } from "./create-once";

/** Longest life of a token of the local issuer in seconds: one working day with a demo. */
export const localLifetimeMaxSeconds = 12 * 3600;

/** What a token of the local issuer is made from. */
export interface LocalTokenRequest {
  readonly clientId: string;
  readonly audience: string;
  readonly lifetimeSeconds: number;
  readonly now: Date;
}

/** Issues tokens for development and tests, so that a first query needs no OpenID provider. */
export interface LocalIssuer {
  readonly issuer: typeof localIssuerName;
  /** The public half of the key. */
  jwks(): JSONWebKeySet;
  issue(request: LocalTokenRequest): Promise<string>;
}

/** Opens the issuer whose key lies in `<directory>/issuer/`; give it `config.directory`. */
export async function openLocalIssuer(directory: string): Promise<LocalIssuer> {
  const path = join(directory, "issuer", "key.json");
  const key = readKey(path, await createOnce(path, makeKey));
  const signer = await importJWK(key, "ES256");
  // Named one by one: whatever else lies in the file is not published.
  const { kty, crv, x, y, kid, alg, use } = key;
  const publicKey = { kty, crv, x, y, kid, alg, use } as JWK;

  async function issue(request: LocalTokenRequest): Promise<string> {
    const { clientId, audience, lifetimeSeconds, now } = request;
    if (!(lifetimeSeconds >= 1 && lifetimeSeconds <= localLifetimeMaxSeconds)) {
      throw new RangeError(`lifetime must be 1 to ${localLifetimeMaxSeconds} seconds`);
    }
    const issuedAt = Math.floor(now.getTime() / 1000);
    return new SignJWT({ client_id: clientId })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid })
      .setIssuer(localIssuerName)
      .setAudience(audience)
      .setSubject(clientId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + Math.floor(lifetimeSeconds))
      .setJti(randomUUID())
      .sign(signer);
  }

  return { issuer: localIssuerName, jwks: () => ({ keys: [{ ...publicKey }] }), issue };
}

/**
 * Stops a production start that would accept tokens anyone with access to `.hub/` can make.
 * readConfig refuses this too; this guards a configuration that came from somewhere else.
 */
export function refuseLocalIssuerInProduction(
  config: Pick<Config, "environment" | "issuer" | "jwksUrl">,
): void {
  if (config.environment !== "production") return;
  if (config.issuer !== localIssuerName && config.jwksUrl !== undefined) return;
  throw new Error(
    "生产环境不得使用本地签发者，请设置 ISSUER 和 JWKS_URL / " +
      "production does not start with the local issuer: set ISSUER and JWKS_URL",
  );
}

type LocalKey = JWK & { readonly kid: string };

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = await exportJWK(privateKey);
  return JSON.stringify({
    ...key,
    kid: await calculateJwkThumbprint(key),
    alg: "ES256",
    use: "sig",
  });
}

function readKey(path: string, content: string): LocalKey {
  try {
    const key = JSON.parse(content) as JWK;
    if (key.kty === "EC" && typeof key.d === "string" && typeof key.kid === "string") {
      return { ...key, kid: key.kid };
    }
  } catch {
    // Falls through to the message below: a half JSON and a wrong JSON need the same help.
  }
  throw new Error(
    `${path} 不是本地签发者的密钥，请删除 / is not a key of the local issuer: delete it`,
  );
}
