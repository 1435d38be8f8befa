import { HubError } from "../../src/error/hub-error";
import { localLifetimeMaxSeconds } from "../../src/server/authentication/local-issuer";
import {
  clockSkewMaxSeconds,
  createTokenVerifier,
  providerLifetimeMaxSeconds,
  type TokenVerifier,
  verifiedAgeMaxSeconds,
} from "../../src/server/authentication/token-verifier";
import { givenKey, keySetOf, signToken, type TestKey, verdictOf } from "../setup/signed-tokens";

const issuer = "https://id.example.gov.cn";
const audience = "urn:anzehub";
const iat = Date.UTC(2026, 0, 15, 8) / 1000;
const claims = {
  iss: issuer,
  aud: audience,
  sub: "ah",
  client_id: "ah",
  iat,
  exp: iat + 120,
  jti: "t",
};

let key: TestKey;
let nowSeconds: number;
let verifier: TokenVerifier;

beforeAll(async () => {
  key = await givenKey("k1");
});

beforeEach(() => {
  nowSeconds = iat + 1;
  verifier = givenVerifier(providerLifetimeMaxSeconds);
});

afterEach(() => jest.restoreAllMocks());

function givenVerifier(lifetimeMaxSeconds: number): TokenVerifier {
  const now = () => new Date(nowSeconds * 1000);
  return createTokenVerifier({ issuer, audience, jwks: keySetOf(key), lifetimeMaxSeconds, now });
}

describe("the clock", () => {
  test.each([
    [-clockSkewMaxSeconds - 1, "NOT_YET_VALID"],
    [-clockSkewMaxSeconds, "accepted"],
    [0, "accepted"],
    [120 + clockSkewMaxSeconds - 1, "accepted"],
    [120 + clockSkewMaxSeconds, "TOKEN_EXPIRED"],
    [86_400, "TOKEN_EXPIRED"],
  ])("%i s after a token of 120 s was issued it is %s", async (seconds, expected) => {
    nowSeconds = iat + seconds;

    expect(await verdictOf(verifier, `Bearer ${await signToken(key, claims)}`)).toBe(expected);
  });

  test.each([
    [clockSkewMaxSeconds, "accepted"],
    [clockSkewMaxSeconds + 1, "NOT_YET_VALID"],
  ])("a token whose nbf lies %i s ahead is %s", async (seconds, expected) => {
    const token = await signToken(key, { ...claims, nbf: nowSeconds + seconds });

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe(expected);
  });

  test("an expired token has its own code and says nothing else", async () => {
    nowSeconds = iat + 3600;

    const token = await signToken(key, claims);
    const error = await verifier.verify(`Bearer ${token}`).catch((caught: unknown) => caught);

    if (!(error instanceof HubError)) throw error;
    expect(Object.keys(error.extensions).sort()).toEqual(["code", "en", "zh"]);
    expect(JSON.stringify(error)).not.toContain(issuer);
  });
});

describe("the lifetime", () => {
  test.each([
    [providerLifetimeMaxSeconds, 120, "accepted"],
    [providerLifetimeMaxSeconds, 121, "LIFETIME_TOO_LONG"],
    [providerLifetimeMaxSeconds, 43_200, "LIFETIME_TOO_LONG"],
    [localLifetimeMaxSeconds, 43_200, "accepted"],
    [localLifetimeMaxSeconds, 43_201, "LIFETIME_TOO_LONG"],
  ])("under a limit of %i s a token of %i s is %s", async (limit, seconds, expected) => {
    verifier = givenVerifier(limit);
    const token = await signToken(key, { ...claims, exp: iat + seconds });

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe(expected);
  });
});

describe("a token seen before", () => {
  test("is not verified again within a minute", async () => {
    const token = await signToken(key, claims);
    const signatureCheck = jest.spyOn(globalThis.crypto.subtle, "verify");

    const first = await verifier.verify(`Bearer ${token}`);
    nowSeconds += verifiedAgeMaxSeconds - 1;
    const second = await verifier.verify(`bearer ${token}`);

    expect(signatureCheck).toHaveBeenCalledTimes(1);
    expect(second).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  test("is verified again after a minute", async () => {
    const token = await signToken(key, claims);
    const signatureCheck = jest.spyOn(globalThis.crypto.subtle, "verify");

    await verifier.verify(`Bearer ${token}`);
    nowSeconds += verifiedAgeMaxSeconds;
    await verifier.verify(`Bearer ${token}`);

    expect(signatureCheck).toHaveBeenCalledTimes(2);
  });

  test("expires on time although it is remembered", async () => {
    const token = await signToken(key, { ...claims, exp: iat + 10 });

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("accepted");
    nowSeconds = iat + 10 + clockSkewMaxSeconds;

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("TOKEN_EXPIRED");
  });

  test("is not accepted before it was issued when the clock is set back", async () => {
    const token = await signToken(key, claims);

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("accepted");
    nowSeconds = iat - 3600;

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("NOT_YET_VALID");
  });

  test("does not lend its acceptance to one that differs in a single character", async () => {
    const token = await signToken(key, claims);
    await verifier.verify(`Bearer ${token}`);
    const middle = Math.floor(token.length * 0.8);
    const changed = token[middle] === "A" ? "B" : "A";

    const forged = token.slice(0, middle) + changed + token.slice(middle + 1);

    expect(await verdictOf(verifier, `Bearer ${forged}`)).toBe("SIGNATURE_WRONG");
  });

  test("is not remembered when it was refused", async () => {
    const token = await signToken(key, { ...claims, aud: "urn:other" });
    const signatureCheck = jest.spyOn(globalThis.crypto.subtle, "verify");

    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("AUDIENCE_WRONG");
    expect(await verdictOf(verifier, `Bearer ${token}`)).toBe("AUDIENCE_WRONG");

    expect(signatureCheck).toHaveBeenCalledTimes(2);
  });
});
