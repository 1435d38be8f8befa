import { SignJWT } from "jose";
import { ReplayCache } from "../../src/server/gateway/replay-cache";
import {
  createSignatureVerifier,
  createSigner,
  signatureLifetimeSeconds,
  signatureSkewSeconds,
  type SignedRequest,
} from "../../src/server/gateway/signature";

const key = "k".repeat(32);
const now = new Date("2025-06-15T02:00:00Z");
const request: SignedRequest = {
  subgraph: "claims",
  organisationId: "org_1",
  person: "zhang",
  rightsKey: "base-1:INSURER",
  body: '{"query":"{ claims { totalCount } }"}',
};
const sign = createSigner(key);
const refused = { extensions: { code: "SUBGRAPH_SIGNATURE_INVALID" } };

function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

test("a signed request speaks for its organisation under its policy version", async () => {
  const verify = createSignatureVerifier(key, "claims");

  const caller = await verify(await sign(request, now), Buffer.from(request.body), now);

  expect(caller).toEqual({
    organisationId: "org_1",
    person: "zhang",
    rightsKey: "base-1:INSURER",
  });
});

test.each<[string, () => Promise<string | undefined>]>([
  ["no signature", () => Promise.resolve(undefined)],
  ["no token", () => Promise.resolve("abc")],
  ["a header without end", () => Promise.resolve("a".repeat(100_000))],
  ["the signature for another subgraph", () => sign({ ...request, subgraph: "registry" }, now)],
  ["the signature of another body", () => sign({ ...request, body: "{}" }, now)],
  ["the signature of another key", () => createSigner("x".repeat(32))(request, now)],
  ["a signature that expired", () => sign(request, later(-signatureLifetimeSeconds - 6))],
  ["a signature from the future", () => sign(request, later(signatureSkewSeconds + 1))],
  ["a signature that lives for a day", () => forged({ lifetimeSeconds: 86_400 })],
  ["a signature for nobody", () => forged({ subject: "" })],
  ["an unsigned token", () => Promise.resolve(unsigned())],
  ["a token of another kind", () => forged({ type: "at+jwt" })],
])("%s is refused", async (_title, header) => {
  const verify = createSignatureVerifier(key, "claims");

  const verified = verify(await header(), Buffer.from(request.body), now);

  await expect(verified).rejects.toMatchObject(refused);
});

test("a signature works once", async () => {
  const verify = createSignatureVerifier(key, "claims");
  const header = await sign(request, now);

  await verify(header, Buffer.from(request.body), now);

  const again = verify(header, Buffer.from(request.body), later(1));
  await expect(again).rejects.toMatchObject(refused);
});

test("a full replay cache refuses rather than forgets, and takes new ones when old ones expire", () => {
  const used = new ReplayCache(2);

  expect(used.use("a", 10, 0)).toBe(true);
  expect(used.use("b", 10, 0)).toBe(true);
  expect(used.use("c", 10, 0)).toBe(false);
  expect(used.use("a", 10, 5)).toBe(false);
  expect(used.use("c", 25, 11)).toBe(true);
});

async function forged(changes: {
  lifetimeSeconds?: number;
  subject?: string;
  type?: string;
}): Promise<string> {
  const good = JSON.parse(payloadOf(await sign(request, now))) as Record<string, unknown>;
  const { lifetimeSeconds = 10, subject = "org_1", type = "hub-subgraph+jwt" } = changes;
  // As old as its long life would allow, so that only the bound on age can refuse it.
  const issuedAt = Math.floor(now.getTime() / 1000) - (lifetimeSeconds > 60 ? 3_600 : 0);
  return new SignJWT({ ...good, iat: issuedAt, exp: issuedAt + lifetimeSeconds, sub: subject })
    .setProtectedHeader({ alg: "HS256", typ: type })
    .sign(Buffer.from(key));
}

function payloadOf(token: string): string {
  return Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
}

function unsigned(): string {
  const header = Buffer.from('{"alg":"none","typ":"hub-subgraph+jwt"}').toString("base64url");
  const claims = { aud: "claims", sub: "org_1", iat: Math.floor(now.getTime() / 1000) };
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.`;
}
