import type { Callers } from "../access/callers";
import type { Config } from "../config";
import { readAuthorization } from "./authentication/authorization-header";
import {
  localLifetimeMaxSeconds,
  openLocalIssuer,
  refuseLocalIssuerInProduction,
} from "./authentication/local-issuer";
import { createTokenVerifier, providerLifetimeMaxSeconds } from "./authentication/token-verifier";
import type { ReportMistake } from "./answer-errors";
import type { Identify } from "./hub-server";

/** Callers identify themselves with an access token of the configured issuer. */
export async function bearerIdentity(
  config: Config,
  callers: Callers,
  { now, report }: { now: () => Date; report: ReportMistake },
): Promise<Identify> {
  refuseLocalIssuerInProduction(config);
  const { jwksUrl, issuer, audience } = config;
  const verifier = createTokenVerifier({
    issuer,
    audience,
    jwks: jwksUrl ? new URL(jwksUrl) : (await openLocalIssuer(config.directory)).jwks(),
    lifetimeMaxSeconds: jwksUrl ? providerLifetimeMaxSeconds : localLifetimeMaxSeconds,
    now,
    // The caller only learns that the keys cannot be read; operators must see why.
    onKeysUnavailable: (cause) => {
      report("identity-provider", cause);
    },
  });
  return async (request) => {
    const token = await verifier.verify(readAuthorization(request));
    const caller = await callers.ofClient(token.clientId, token.issuedAt);
    return { caller, person: token.subject };
  };
}
