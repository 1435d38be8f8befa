import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readConfig } from "../../src/config";
import { createOnce } from "../../src/server/authentication/create-once";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import {
  localLifetimeMaxSeconds,
  openLocalIssuer,
  refuseLocalIssuerInProduction,
} from "../../src/server/authentication/local-issuer";
import { createTokenVerifier } from "../../src/server/authentication/token-verifier";
import { verdictOf } from "../setup/signed-tokens";

const now = new Date("2026-01-15T08:00:00Z");
const audience = "urn:anzehub";
const request = { clientId: "yj-340000", audience, lifetimeSeconds: 3600, now };

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "hub-issuer-"));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const keyPath = () => join(directory, "issuer", "key.json");
const readStored = async () => JSON.parse(await readFile(keyPath(), "utf8")) as { kid: string };

test("its tokens are accepted by a verifier that has its public key", async () => {
  const issuer = await openLocalIssuer(directory);
  const jwks = issuer.jwks();
  const limits = { lifetimeMaxSeconds: localLifetimeMaxSeconds, now: () => now };
  const verifier = createTokenVerifier({ issuer: issuer.issuer, audience, jwks, ...limits });

  const token = await issuer.issue(request);

  const verified = await verifier.verify(`Bearer ${token}`);
  expect(verified).toMatchObject({ clientId: "yj-340000", subject: "yj-340000" });
  expect(verified.expiresAt - verified.issuedAt).toBe(3600);
});

test("two tokens have different ids", async () => {
  const issuer = await openLocalIssuer(directory);

  expect(await issuer.issue(request)).not.toBe(await issuer.issue(request));
});

test("the key another installation made is refused", async () => {
  const issuer = await openLocalIssuer(directory);
  const other = await openLocalIssuer(join(directory, "other"));
  const limits = { lifetimeMaxSeconds: localLifetimeMaxSeconds, now: () => now };
  const jwks = issuer.jwks();
  const verifier = createTokenVerifier({ issuer: issuer.issuer, audience, jwks, ...limits });

  expect(await verdictOf(verifier, `Bearer ${await other.issue(request)}`)).toBe("KEY_UNKNOWN");
});

test("the published key set holds no private part", async () => {
  const issuer = await openLocalIssuer(directory);

  expect(Object.keys(issuer.jwks().keys[0] ?? {}).sort()).toEqual([
    "alg",
    "crv",
    "kid",
    "kty",
    "use",
    "x",
    "y",
  ]);
});

test("the key file can be read by its owner only", async () => {
  await openLocalIssuer(directory);

  expect((await stat(keyPath())).mode & 0o777).toBe(0o600);
  expect((await stat(join(directory, "issuer"))).mode & 0o777).toBe(0o700);
});

test("a key file that others can read is refused", async () => {
  await openLocalIssuer(directory);
  await chmod(keyPath(), 0o644);

  await expect(openLocalIssuer(directory)).rejects.toThrow("chmod 600");
});

test.each(["", "{", "{}", "[]", "null", `{"kty":"oct","k":"AA"}`])(
  "a key file that says %p is refused with its name",
  async (content) => {
    await openLocalIssuer(directory);
    await writeFile(keyPath(), content);

    await expect(openLocalIssuer(directory)).rejects.toThrow(keyPath());
  },
);

test.each([0, -1, NaN, localLifetimeMaxSeconds + 1])("a lifetime of %d s is refused", async (s) => {
  const issuer = await openLocalIssuer(directory);

  await expect(issuer.issue({ ...request, lifetimeSeconds: s })).rejects.toThrow(RangeError);
});

test("many openings at once in one process find one key", async () => {
  const issuers = await Promise.all(Array.from({ length: 20 }, () => openLocalIssuer(directory)));

  expect(new Set(issuers.map((issuer) => JSON.stringify(issuer.jwks()))).size).toBe(1);
  expect(await readdir(join(directory, "issuer"))).toEqual(["key.json"]);
});

test("whoever comes second takes what the first has stored", async () => {
  const path = join(directory, "once");

  const late = await createOnce(path, async () => {
    expect(await createOnce(path, () => Promise.resolve("first"))).toBe("first");
    return "second";
  });

  expect(late).toBe("first");
  expect(await readFile(path, "utf8")).toBe("first");
});

test("processes that start at the same time find one key", async () => {
  const root = join(__dirname, "../..");
  const script = `
    const { transformSync } = require("@swc/core"), fs = require("node:fs");
    require.extensions[".ts"] = (module, file) => module._compile(transformSync(
      fs.readFileSync(file, "utf8"),
      { filename: file, swcrc: false, module: { type: "commonjs" },
        jsc: { parser: { syntax: "typescript" }, target: "es2023" } }).code, file);
    require("./src/server/authentication/local-issuer.ts").openLocalIssuer(process.argv[1])
      .then((issuer) => console.log(JSON.stringify(issuer.jwks())));`;
  const run = () => promisify(execFile)(process.execPath, ["-e", script, directory], { cwd: root });

  const outputs = await Promise.all(Array.from({ length: 4 }, run));

  const seen = new Set(outputs.map((output) => output.stdout));
  expect(seen.size).toBe(1);
  expect([...seen][0]).toContain((await readStored()).kid);
}, 30_000);

describe("in production", () => {
  const provider = { issuer: "https://id.example", jwksUrl: "https://id.example/jwks" };

  test.each([
    ["production", "urn:anzehub:local", undefined, true],
    ["production", "urn:anzehub:local", provider.jwksUrl, true],
    ["production", provider.issuer, undefined, true],
    ["production", provider.issuer, provider.jwksUrl, false],
    ["development", "urn:anzehub:local", undefined, false],
    ["test", "urn:anzehub:local", undefined, false],
  ] as const)(
    "%s with issuer %s and keys at %s: refused = %s",
    (environment, issuer, jwksUrl, is) => {
      const start = () => refuseLocalIssuerInProduction({ environment, issuer, jwksUrl });

      if (is) expect(start).toThrow("JWKS_URL");
      else expect(start).not.toThrow();
    },
  );
});

describe("the gateway key", () => {
  test("is made once and kept in development", async () => {
    const config = readConfig({ HUB_DIR: directory });

    const key = await openGatewayKey(config);

    expect(key.length).toBeGreaterThanOrEqual(32);
    expect(await openGatewayKey(config)).toBe(key);
    expect((await stat(join(directory, "gateway", "key"))).mode & 0o777).toBe(0o600);
  });

  test("is the one configured when there is one", async () => {
    const config = readConfig({ HUB_DIR: directory, GATEWAY_KEY: "k".repeat(32) });

    expect(await openGatewayKey(config)).toBe("k".repeat(32));
    expect(await readdir(directory)).toEqual([]);
  });

  test("is never made up in production", async () => {
    const config = { environment: "production", directory, gatewayKey: undefined } as const;

    await expect(openGatewayKey(config)).rejects.toThrow("GATEWAY_KEY");
  });
});
