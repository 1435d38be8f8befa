import { join } from "node:path";
import { ConfigError, readConfig } from "../src/config";

const root = join(__dirname, "..");
const secret = "s3cr3t-".repeat(6);
const production = {
  HUB_ENV: "production",
  DATABASE_URL: "mariadb://hub:pa55word@db.internal:3306/anzehub",
  ISSUER: "https://id.example.gov.cn",
  JWKS_URL: "https://id.example.gov.cn/jwks",
  GATEWAY_KEY: secret,
  RECEIPT_KEY: '{"kty":"OKP"}',
};

function faultsOf(env: NodeJS.ProcessEnv): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

test("an empty environment is a development hub on this machine", () => {
  expect(readConfig({})).toEqual({
    environment: "development",
    costPerSecond: 50_000,
    databaseUrl: undefined,
    programPath: "",
    directory: join(root, ".hub"),
    host: "127.0.0.1",
    port: 4000,
    issuer: "urn:anzehub:local",
    audience: "urn:anzehub",
    jwksUrl: undefined,
    gatewayKey: undefined,
    receiptKey: undefined,
    subgraphs: [],
    accessLogRetentionDays: 1095,
  });
});

test("a complete production environment is read as it is", () => {
  const urls = "registry=https://r.internal/graphql, claims=http://127.0.0.1:4002/";

  const config = readConfig({ ...production, PORT: "0", HOST: "::", SUBGRAPH_URLS: urls });

  expect(config).toMatchObject({
    environment: "production",
    databaseUrl: production.DATABASE_URL,
    host: "::",
    port: 0,
    issuer: production.ISSUER,
    jwksUrl: production.JWKS_URL,
    gatewayKey: secret,
    subgraphs: [
      { name: "registry", url: "https://r.internal/graphql" },
      { name: "claims", url: "http://127.0.0.1:4002/" },
    ],
  });
});

test("the configuration cannot be changed", () => {
  const config = readConfig({ SUBGRAPH_URLS: "registry=http://localhost:4001/" });

  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.subgraphs)).toBe(true);
  expect(Object.isFrozen(config.subgraphs[0])).toBe(true);
});

test.each([
  [{}, "development"],
  [{ NODE_ENV: "test" }, "test"],
  [{ NODE_ENV: "production", HUB_ENV: "development" }, "development"],
  [{ NODE_ENV: "anything", HUB_ENV: "test" }, "test"],
  [{ NODE_ENV: "test", HUB_ENV: "" }, "test"],
])("%j is %s", (env, expected) => {
  expect(readConfig(env).environment).toBe(expected);
});

test.each(["NODE_ENV", "HUB_ENV"])("%s=production alone starts nothing", (name) => {
  expect(faultsOf({ [name]: "production" }).variables).toEqual([
    "DATABASE_URL",
    "ISSUER",
    "JWKS_URL",
    "GATEWAY_KEY",
    "RECEIPT_KEY",
  ]);
});

test.each(["DATABASE_URL", "ISSUER", "JWKS_URL", "GATEWAY_KEY", "RECEIPT_KEY"])(
  "production does not start without %s",
  (name) => {
    expect(faultsOf({ ...production, [name]: undefined }).variables).toContain(name);
    expect(faultsOf({ ...production, [name]: "" }).variables).toContain(name);
  },
);

test("production refuses the local issuer", () => {
  const local = { ...production, ISSUER: "urn:anzehub:local" };

  expect(faultsOf(local).variables).toEqual(["ISSUER"]);
  expect(faultsOf({ ...local, JWKS_URL: "" }).variables).toEqual(["JWKS_URL", "ISSUER"]);
});

test.each([
  ["https://keys.example/jwks", "production", true],
  ["http://keys.example/jwks", "production", false],
  ["http://localhost:9000/jwks", "production", true],
  ["http://127.0.0.1:9000/jwks", "production", true],
  ["http://[::1]:9000/jwks", "production", true],
  ["http://127.0.0.1.evil.example/jwks", "production", false],
  ["http://localhost.evil.example/jwks", "production", false],
  ["http://localhost@evil.example/jwks", "production", false],
  ["https://user:password@keys.example/jwks", "production", false],
  ["http://keys.example/jwks", "development", true],
  ["file:///etc/jwks.json", "development", false],
  ["keys.example/jwks", "development", false],
])("JWKS_URL %s in %s: accepted = %s", (url, environment, isAccepted) => {
  const read = () => readConfig({ ...production, HUB_ENV: environment, JWKS_URL: url });

  if (isAccepted) expect(read().jwksUrl).toBe(url);
  else expect(read).toThrow("JWKS_URL");
});

test.each<[string, string]>([
  ["NODE_ENV", "staging"],
  ["HUB_ENV", "Production"],
  ["HUB_ENV", " "],
  ["DATABASE_URL", "postgres://db/hub"],
  ["DATABASE_URL", "mysql://db"],
  ["DATABASE_URL", "mysql://db/a/b"],
  ["DATABASE_URL", "db/hub"],
  ["HUB_DIR", "a\0b"],
  ["HOST", "a b"],
  ["HOST", "http://a"],
  ["PORT", "-1"],
  ["PORT", "65536"],
  ["PORT", "4000.5"],
  ["PORT", "0x10"],
  ["ISSUER", "not a uri"],
  ["ISSUER", "https://id.example?x=1"],
  ["AUDIENCE", "a b"],
  ["AUDIENCE", "a".repeat(201)],
  ["GATEWAY_KEY", "s".repeat(31)],
  ["GATEWAY_KEY", "s".repeat(513)],
  ["GATEWAY_KEY", "中".repeat(32)],
  ["ACCESS_LOG_RETENTION_DAYS", "182"],
  ["ACCESS_LOG_RETENTION_DAYS", "three years"],
  ["ACCESS_LOG_RETENTION_DAYS", "36501"],
  ["COST_PER_SECOND", "999"],
  ["COST_PER_SECOND", "unlimited"],
  ["COST_PER_SECOND", "10000001"],
  ["RECEIPT_KEY", "s".repeat(40)],
  ["RECEIPT_KEY", '{"kty":"RSA"}'],
  ["SUBGRAPH_URLS", "registry"],
  ["SUBGRAPH_URLS", "registry=ftp://a/"],
  ["SUBGRAPH_URLS", "Registry=http://a/"],
  ["SUBGRAPH_URLS", "a=http://a/,a=http://b/"],
  ["SUBGRAPH_URLS", "a=http://a/,"],
  ["SUBGRAPH_URLS", `a=http://a/${"x".repeat(9000)}`],
])("%s=%j is refused by name", (name, value) => {
  expect(faultsOf({ [name]: value }).variables).toContain(name);
});

test.each([
  [{ ISSUER: "https://id.example" }, "JWKS_URL"],
  [{ JWKS_URL: "https://id.example/jwks" }, "ISSUER"],
  [{ JWKS_URL: "https://id.example/jwks", ISSUER: "urn:anzehub:local" }, "ISSUER"],
])("%j asks for %s", (env, name) => {
  expect(faultsOf(env).variables).toEqual([name]);
});

test("one error lists every fault with what is allowed, and no value", () => {
  const error = faultsOf({
    NODE_ENV: "staging",
    PORT: "abc",
    DATABASE_URL: "postgres://hub:pa55word@db/hub",
    GATEWAY_KEY: "short-secret",
  });

  expect(error.variables).toEqual(["NODE_ENV", "DATABASE_URL", "PORT", "GATEWAY_KEY"]);
  expect(error.message).toContain("development | test | production");
  expect(error.message).toContain("0 to 65535");
  expect(error.message).not.toMatch(/pa55word|short-secret|staging|abc/);
});

test("HUB_DIR may be relative to the project or absolute", () => {
  expect(readConfig({ HUB_DIR: "state" }).directory).toBe(join(root, "state"));
  expect(readConfig({ HUB_DIR: "/var/lib/hub" }).directory).toBe("/var/lib/hub");
});
