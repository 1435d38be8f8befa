import {
  keySetAgeMaxMs,
  keySetCooldownMs,
  keySetLengthMax,
  keySetRetryMs,
  keySetTimeoutMs,
} from "../../src/server/authentication/remote-key-set";
import {
  createTokenVerifier,
  type TokenVerifier,
} from "../../src/server/authentication/token-verifier";
import {
  givenKey,
  givenKeySetServer,
  type KeySetServer,
  signToken,
  type TestKey,
  verdictOf,
} from "../setup/signed-tokens";

const issuer = "https://id.example.gov.cn";
const audience = "urn:anzehub";

let oldKey: TestKey;
let newKey: TestKey;
let keySet: KeySetServer;
let verifier: TokenVerifier;
let causes: unknown[];
let nowMs: number;

beforeAll(async () => {
  oldKey = await givenKey("old");
  newKey = await givenKey("new");
});

beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 15, 8);
  // jose measures its cooldown with Date.now(): one clock for it and for us.
  jest.spyOn(Date, "now").mockImplementation(() => nowMs);
  causes = [];
  keySet = await givenKeySetServer(oldKey);
  verifier = givenVerifier();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await keySet.close();
});

function givenVerifier(): TokenVerifier {
  return createTokenVerifier({
    issuer,
    audience,
    jwks: keySet.url,
    lifetimeMaxSeconds: 120,
    now: () => new Date(nowMs),
    onKeysUnavailable: (cause) => causes.push(cause),
  });
}

async function given(key: TestKey, header: Record<string, unknown> = {}): Promise<string> {
  const iat = Math.floor(nowMs / 1000);
  const claims = { iss: issuer, aud: audience, sub: "ah", client_id: "ah", iat, exp: iat + 120 };
  return `Bearer ${await signToken(key, { ...claims, jti: "t" }, header)}`;
}

describe("rotation", () => {
  test("a new key is fetched when the first token signed with it arrives", async () => {
    expect(await verdictOf(verifier, await given(oldKey))).toBe("accepted");
    keySet.serve(oldKey, newKey);
    nowMs += keySetCooldownMs;

    expect(await verdictOf(verifier, await given(newKey))).toBe("accepted");
    expect(await verdictOf(verifier, await given(oldKey))).toBe("accepted");
    expect(keySet.fetches).toBe(2);
  });

  test("a removed key is refused as soon as the keys were fetched anew", async () => {
    const seenBefore = await given(oldKey);
    expect(await verdictOf(verifier, seenBefore)).toBe("accepted");
    keySet.serve(newKey);
    nowMs += keySetCooldownMs;
    expect(await verdictOf(verifier, await given(newKey))).toBe("accepted");

    expect(await verdictOf(verifier, await given(oldKey))).toBe("KEY_UNKNOWN");
    expect(await verdictOf(verifier, seenBefore)).toBe("KEY_UNKNOWN");
  });

  test("a removed key is refused once the keys are too old, without any new key seen", async () => {
    expect(await verdictOf(verifier, await given(oldKey))).toBe("accepted");
    keySet.serve(newKey);
    nowMs += keySetAgeMaxMs;

    expect(await verdictOf(verifier, await given(oldKey))).toBe("KEY_UNKNOWN");
  });

  test("a token verified while the keys changed is not remembered", async () => {
    keySet.serve(oldKey);
    await verdictOf(verifier, await given(oldKey));
    keySet.serve(oldKey, newKey);
    nowMs += keySetCooldownMs;
    const first = await given(newKey);
    await verdictOf(verifier, first);
    const signatureCheck = jest.spyOn(globalThis.crypto.subtle, "verify");

    await verdictOf(verifier, first);

    expect(signatureCheck).toHaveBeenCalledTimes(1);
  });

  test("a thousand unknown key ids cause one fetch per cooldown", async () => {
    for (let count = 0; count < 1000; count += 1) {
      expect(await verdictOf(verifier, await given(newKey, { kid: `x${count}` }))).toBe(
        "KEY_UNKNOWN",
      );
    }
    expect(keySet.fetches).toBe(1);
    nowMs += keySetCooldownMs;

    await verdictOf(verifier, await given(newKey, { kid: "y1" }));
    await verdictOf(verifier, await given(newKey, { kid: "y2" }));

    expect(keySet.fetches).toBe(2);
  });

  test("tokens that arrive at the same time share one fetch", async () => {
    const token = await given(oldKey);

    await Promise.all(Array.from({ length: 50 }, () => verifier.verify(token)));

    expect(keySet.fetches).toBe(1);
  });
});

describe("keys that cannot be read", () => {
  test.each([
    ["status 500", { status: 500, body: `{"keys":[]}` }],
    ["a redirect", { status: 302, body: `{"keys":[]}` }],
    ["no JSON", { status: 200, body: "<html>" }],
    ["no key set", { status: 200, body: `{"keys":"none"}` }],
    ["too much", { status: 200, body: `{"keys":[]}`.padEnd(keySetLengthMax + 1) }],
  ])("%s is a coded error and its cause goes to the operator", async (_title, answer) => {
    keySet.answer = answer;

    expect(await verdictOf(verifier, await given(oldKey))).toBe("IDENTITY_UNAVAILABLE");
    expect(causes).toHaveLength(1);
  });

  test("a provider that is not there is a coded error", async () => {
    await keySet.close();

    expect(await verdictOf(verifier, await given(oldKey))).toBe("IDENTITY_UNAVAILABLE");
  });

  test("a provider that never answers is a coded error after the timeout", async () => {
    keySet.answer = "never";
    const start = process.hrtime.bigint();

    expect(await verdictOf(verifier, await given(oldKey))).toBe("IDENTITY_UNAVAILABLE");

    const elapsedMs = Number(process.hrtime.bigint() - start) / 1e6;
    expect(elapsedMs).toBeLessThan(keySetTimeoutMs + 1500);
  }, 10_000);

  test.each([
    ["failed", { status: 500, body: "" }],
    ["served no key set", { status: 200, body: `{"keys":"none"}` }],
  ])("a provider that %s is left alone for a while, then asked again", async (_title, answer) => {
    keySet.answer = answer;
    for (let count = 0; count < 20; count += 1) await verdictOf(verifier, await given(oldKey));
    expect(keySet.fetches).toBe(1);
    keySet.serve(oldKey);

    nowMs += keySetRetryMs;

    expect(await verdictOf(verifier, await given(oldKey))).toBe("accepted");
    expect(keySet.fetches).toBe(2);
  });

  test.each([
    ["symmetric", () => ({ kty: "oct", k: "c2VjcmV0", kid: "old", alg: "ES256" })],
    ["for encryption", () => ({ ...oldKey.publicJwk, use: "enc" })],
  ])("a key that is %s is not used", async (_title, make) => {
    keySet.answer = { status: 200, body: JSON.stringify({ keys: [make()] }) };

    expect(await verdictOf(verifier, await given(oldKey))).toBe("KEY_UNKNOWN");
  });
});
