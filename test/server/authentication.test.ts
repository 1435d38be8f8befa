import { createHmac } from "node:crypto";
import { type CryptoKey, exportSPKI, importJWK, type JSONWebKeySet } from "jose";
import {
  createTokenVerifier,
  type TokenVerifier,
} from "../../src/server/authentication/token-verifier";
import {
  assembleToken,
  givenKey,
  keySetOf,
  signToken,
  type TestKey,
  verdictOf,
} from "../setup/signed-tokens";

const issuer = "https://id.example.gov.cn";
const audience = "urn:anzehub";
const startSeconds = Date.UTC(2026, 0, 15, 8) / 1000;
const header = { alg: "ES256", typ: "at+jwt", kid: "k1" };
const claims = {
  iss: issuer,
  aud: audience,
  sub: "picc-ah",
  client_id: "picc-ah",
  iat: startSeconds,
  exp: startSeconds + 120,
  jti: "t-1",
};

let key: TestKey;
let rsaKey: TestKey;
let foreignKey: TestKey;
let verifier: TokenVerifier;

beforeAll(async () => {
  key = await givenKey("k1");
  rsaKey = await givenKey("r1", "RS256");
  foreignKey = await givenKey("k1");
});

beforeEach(() => {
  verifier = givenVerifier(keySetOf(key, rsaKey));
});

function givenVerifier(jwks: JSONWebKeySet): TokenVerifier {
  const now = () => new Date((startSeconds + 1) * 1000);
  return createTokenVerifier({ issuer, audience, jwks, lifetimeMaxSeconds: 120, now });
}

describe("a good token", () => {
  test("says who its client is, and nothing about rights", async () => {
    const token = await signToken(key, { ...claims, org_type: "EMERGENCY", scope: "admin" });

    expect(await verifier.verify(`Bearer ${token}`)).toEqual({
      clientId: "picc-ah",
      subject: "picc-ah",
      issuedAt: startSeconds,
      expiresAt: startSeconds + 120,
      tokenId: "t-1",
    });
  });

  test.each(["Bearer", "bearer", "BEARER", "bEaReR"])("is accepted as %s", async (scheme) => {
    expect(await verdictOf(verifier, `${scheme} ${await signToken(key, claims)}`)).toBe("accepted");
  });

  test.each(["ES256", "EdDSA", "RS256", "PS256"])("may be signed with %s", async (alg) => {
    const other = await givenKey("other", alg);
    verifier = givenVerifier(keySetOf(other));

    expect(await verdictOf(verifier, `Bearer ${await signToken(other, claims)}`)).toBe("accepted");
  });

  test.each([
    ["with the media type written out", claims, { typ: "application/at+jwt" }],
    ["for several audiences", { ...claims, aud: ["urn:other", audience] }, {}],
  ])("is accepted %s", async (_title, someClaims, someHeader) => {
    expect(
      await verdictOf(verifier, `Bearer ${await signToken(key, someClaims, someHeader)}`),
    ).toBe("accepted");
  });
});

describe("a hostile token", () => {
  const without = (name: keyof typeof claims) => ({ ...claims, [name]: undefined });
  const huge = "1e400";

  test.each<[string, string, () => string | Promise<string>]>([
    ["forged with a key of its own", "SIGNATURE_WRONG", () => signToken(foreignKey, claims)],
    ["with changed claims", "SIGNATURE_WRONG", () => resigned({ ...claims, client_id: "other" })],
    [
      "without its signature",
      "SIGNATURE_WRONG",
      async () => stripped(await signToken(key, claims)),
    ],
    ["alg:none", "ALGORITHM_REFUSED", () => assembleToken({ ...header, alg: "none" }, claims)],
    ["alg:None", "ALGORITHM_REFUSED", () => assembleToken({ ...header, alg: "None" }, claims)],
    ["HS256 with the public key (SPKI)", "ALGORITHM_REFUSED", () => hmacWithSpki()],
    ["HS256 with the public key (JWK)", "ALGORITHM_REFUSED", () => hmacSigned(publicJson())],
    ["RS512", "ALGORITHM_REFUSED", () => signedAs("RS512")],
    ["with an unknown kid", "KEY_UNKNOWN", () => signToken(key, claims, { kid: "k2" })],
    ["without kid", "KEY_UNKNOWN", () => signToken(key, claims, { kid: undefined })],
    ["with another key's kid", "KEY_UNKNOWN", () => signToken(key, claims, { kid: "r1" })],
    ["bringing its own key", "SIGNATURE_WRONG", () => withOwnKey()],
    ["with an unknown critical header", "ALGORITHM_REFUSED", () => withCriticalHeader()],
    ["of typ JWT", "TYPE_WRONG", () => signToken(key, claims, { typ: "JWT" })],
    ["of no typ", "TYPE_WRONG", () => signToken(key, claims, { typ: undefined })],
    ["from another issuer", "ISSUER_WRONG", () => signToken(key, { ...claims, iss: "urn:x" })],
    ["for another audience", "AUDIENCE_WRONG", () => signToken(key, { ...claims, aud: "urn:x" })],
    [
      "for a longer audience",
      "AUDIENCE_WRONG",
      () => signToken(key, { ...claims, aud: audience + "x" }),
    ],
    ["bound to a key", "CLAIM_INVALID", () => signToken(key, { ...claims, cnf: { jkt: "x" } })],
    ["without iss", "CLAIM_INVALID", () => signToken(key, without("iss"))],
    ["without aud", "CLAIM_INVALID", () => signToken(key, without("aud"))],
    ["without exp", "CLAIM_INVALID", () => signToken(key, without("exp"))],
    ["without iat", "CLAIM_INVALID", () => signToken(key, without("iat"))],
    ["without client_id", "CLAIM_INVALID", () => signToken(key, without("client_id"))],
    ["without sub", "CLAIM_INVALID", () => signToken(key, without("sub"))],
    ["without jti", "CLAIM_INVALID", () => signToken(key, without("jti"))],
    ["with a client_id that is a list", "CLAIM_INVALID", () => withClientId(["picc-ah"])],
    ["with a client_id with a line break", "CLAIM_INVALID", () => withClientId("picc\n-ah")],
    ["with a client_id of 201 characters", "CLAIM_INVALID", () => withClientId("x".repeat(201))],
    ["with an exp that is text", "CLAIM_INVALID", () => signToken(key, { ...claims, exp: "9e9" })],
    [
      "with an exp before its iat",
      "CLAIM_INVALID",
      () => signToken(key, { ...claims, exp: claims.iat }),
    ],
    ["with an infinite exp", "CLAIM_INVALID", () => withRawClaim("exp", huge)],
    ["with an iat of minus infinity", "TOKEN_EXPIRED", () => withRawClaim("iat", "-1e400")],
    ["with claims that are a list", "TOKEN_MALFORMED", () => signedText("[]")],
    ["with claims that are no JSON", "TOKEN_MALFORMED", () => signedText("{")],
    ["with a header that is no JSON", "TOKEN_MALFORMED", () => assembleToken("{", claims, "AA")],
    ["of two parts", "TOKEN_MALFORMED", () => "e30.e30"],
    ["of five parts (encrypted)", "TOKEN_MALFORMED", () => "e30.e30.e30.e30.e30"],
    [
      "with a comma-joined second token",
      "TOKEN_MALFORMED",
      () => "e30.e30.e30, Bearer e30.e30.e30",
    ],
  ])("%s is refused as %s", async (_title, reason, make) => {
    const token = await make();

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe(reason);
  });

  async function resigned(changed: unknown): Promise<string> {
    const [, , signature = ""] = (await signToken(key, claims)).split(".");
    return assembleToken(header, changed, signature);
  }

  function stripped(token: string): string {
    return token.slice(0, token.lastIndexOf(".") + 1);
  }

  function publicJson(): string {
    return JSON.stringify(rsaKey.publicJwk);
  }

  async function hmacWithSpki(): Promise<string> {
    const publicKey = await importJWK(rsaKey.publicJwk, "RS256", { extractable: true });
    return hmacSigned(await exportSPKI(publicKey as CryptoKey));
  }

  function hmacSigned(secret: string): string {
    const unsigned = assembleToken({ alg: "HS256", typ: "at+jwt", kid: "r1" }, claims).slice(0, -1);
    return `${unsigned}.${createHmac("sha256", secret).update(unsigned).digest("base64url")}`;
  }

  async function signedAs(alg: string): Promise<string> {
    const other = await givenKey("r1", alg);
    return signToken(other, claims);
  }

  async function withOwnKey(): Promise<string> {
    const jwk = foreignKey.publicJwk;
    return signToken(foreignKey, claims, { jwk, jku: "https://evil.example/jwks" });
  }

  function withCriticalHeader(): string {
    return assembleToken({ ...header, crit: ["exp"], exp: 1 }, claims, "AA");
  }

  async function withClientId(clientId: unknown): Promise<string> {
    return signToken(key, { ...claims, client_id: clientId });
  }

  async function withRawClaim(name: string, number: string): Promise<string> {
    return signedText(JSON.stringify({ ...claims, [name]: "?" }).replace('"?"', number));
  }

  async function signedText(payload: string): Promise<string> {
    const unsigned = assembleToken(header, payload).slice(0, -1);
    const algorithm = { name: "ECDSA", hash: "SHA-256" };
    const bytes = Buffer.from(unsigned);
    const signature = await crypto.subtle.sign(algorithm, key.privateKey, bytes);
    return `${unsigned}.${Buffer.from(signature).toString("base64url")}`;
  }
});
