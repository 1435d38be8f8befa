// A real OpenID provider for openid-provider.test.ts. A process of its own, because the library is
// ESM only and jest runs CommonJS. Says its issuer on the first line and ends with its stdin.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [, , clientId, clientSecret, lifetimeSeconds] = process.argv;

const server = createServer();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const resourceIndicators = {
  enabled: true,
  getResourceServerInfo: (_context, resource) => ({
    audience: resource,
    scope: "",
    accessTokenFormat: "jwt",
    accessTokenTTL: Number(lifetimeSeconds),
    jwt: { sign: { alg: resource.endsWith(":rsa") ? "RS256" : "ES256" } },
  }),
};

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      grant_types: ["client_credentials"],
      redirect_uris: [],
      response_types: [],
    },
  ],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators,
  },
  jwks: {
    keys: [
      makeKey("ec-1", "ES256", generateKeyPairSync("ec", { namedCurve: "P-256" })),
      makeKey("rsa-1", "RS256", generateKeyPairSync("rsa", { modulusLength: 2048 })),
    ],
  },
});
server.on("request", provider.callback());
process.stdin.on("end", () => process.exit(0)).resume();
console.log(issuer);

function makeKey(kid, alg, { privateKey }) {
  return { ...privateKey.export({ format: "jwk" }), kid, alg, use: "sig" };
}
