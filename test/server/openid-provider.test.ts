import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { decodeJwt, decodeProtectedHeader } from "jose";
import {
  createTokenVerifier,
  providerLifetimeMaxSeconds,
  type TokenVerifier,
} from "../../src/server/authentication/token-verifier";
import { assembleToken, givenKey, signToken, verdictOf } from "../setup/signed-tokens";

const clientId = "picc-ah";
const clientSecret = "a-secret-for-this-test-only";
const audience = "urn:anzehub";

let provider: ChildProcess;
let issuer: string;
let token: string;
let aheadSeconds: number;
let verifier: TokenVerifier;

beforeAll(async () => {
  const script = join(__dirname, "../setup/openid-provider.mjs");
  const lifetime = String(providerLifetimeMaxSeconds);
  provider = spawn(process.execPath, [script, clientId, clientSecret, lifetime], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  issuer = await firstLine(provider);
  token = await requestToken(audience);
}, 30_000);

afterAll(async () => {
  const ended = once(provider, "exit");
  provider.stdin?.end();
  await ended;
});

beforeEach(async () => {
  aheadSeconds = 0;
  verifier = createTokenVerifier({
    issuer,
    audience,
    jwks: new URL(await discoverKeys()),
    lifetimeMaxSeconds: providerLifetimeMaxSeconds,
    now: () => new Date(Date.now() + aheadSeconds * 1000),
  });
});

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the provider has no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("the provider ended before it was ready");
}

async function discoverKeys(): Promise<string> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const metadata = (await response.json()) as { jwks_uri: string };
  return metadata.jwks_uri;
}

async function requestToken(resource: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
    },
    body: new URLSearchParams({ grant_type: "client_credentials", resource }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { access_token: string }).access_token;
}

test("a token of a real provider is accepted and names its client", async () => {
  const verified = await verifier.verify(`Bearer ${token}`);

  expect(verified).toMatchObject({ clientId, subject: clientId });
  expect(verified.expiresAt - verified.issuedAt).toBe(120);
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: "at+jwt", alg: "ES256", kid: "ec-1" });
});

test("a real token signed with RSA is accepted by a hub of that audience", async () => {
  const options = { issuer, audience: "urn:anzehub:rsa", jwks: new URL(await discoverKeys()) };
  verifier = createTokenVerifier({ ...options, lifetimeMaxSeconds: 120, now: () => new Date() });
  const rsaToken = await requestToken("urn:anzehub:rsa");

  expect(decodeProtectedHeader(rsaToken).alg).toBe("RS256");
  expect(await verdictOf(verifier, `Bearer ${rsaToken}`)).toBe("accepted");
});

test.each<[string, string, () => string | Promise<string>]>([
  ["forged", "SIGNATURE_WRONG", async () => signToken(await givenKey("ec-1"), decodeJwt(token))],
  ["for another audience", "AUDIENCE_WRONG", () => requestToken("urn:another")],
  ["with alg:none", "ALGORITHM_REFUSED", () => rewritten({ alg: "none" })],
  ["with HS256 and the public key", "ALGORITHM_REFUSED", () => hmacSigned()],
  ["with an unknown kid", "KEY_UNKNOWN", () => rewritten({ kid: "ec-2" })],
  ["with another client id", "SIGNATURE_WRONG", () => rewritten({}, { client_id: "cpic-ah" })],
])("a real token %s is refused as %s", async (_title, reason, make) => {
  expect(await verdictOf(verifier, `Bearer ${await make()}`)).toBe(reason);
});

test("a real token is refused when it has expired", async () => {
  expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("accepted");

  aheadSeconds = 130;

  expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("TOKEN_EXPIRED");
});

function rewritten(header: object, claims: object = {}): string {
  const [, , signature = ""] = token.split(".");
  const newHeader = { ...decodeProtectedHeader(token), ...header };
  return assembleToken(newHeader, { ...decodeJwt(token), ...claims }, signature);
}

async function hmacSigned(): Promise<string> {
  const keySet = await (await fetch(await discoverKeys())).text();
  const unsigned = rewritten({ alg: "HS256" }).split(".").slice(0, 2).join(".");
  return `${unsigned}.${createHmac("sha256", keySet).update(unsigned).digest("base64url")}`;
}
