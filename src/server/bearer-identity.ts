import type { Config } from "../config";
import { readAuthorization } from "./authentication/authorization-header";
import {
  localLifetimeMaxSeconds,
  openLocalIssuer,
  refuseLocalIssuerInProduction,
} from "./authentication/local-issuer";
import { createTokenVerifier, providerLifetimeMaxSeconds } from "./authentication/token-verifier";
import type { Callers } from "./callers";
import type { Identify } from "./hub-server";

/** Callers identify themselves with an access token of the configured issuer. */
export async function bearerIdentity(
  config: Config,
  callers: Callers,
  now: () => Date,
): Promise<Identify> {
  refuseLocalIssuerInProduction(config);
  const { jwksUrl, issuer, audience } = config;
  const verifier = createTokenVerifier({
    issuer,
    audience,
    jwks: jwksUrl ? new URL(jwksUrl) : (await openLocalIssuer(config.directory)).jwks(),
    lifetimeMaxSeconds: jwksUrl ? providerLifetimeMaxSeconds : localLifetimeMaxSeconds,
    now,
  });
  return async (request) => {
    const token = await verifier.verify(readAuthorization(request));
    return callers.ofClient(token.clientId, token.issuedAt);
  };
}
