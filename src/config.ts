import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The issuer of development tokens; its key lies under `.hub/`, so production refuses it. */
export const localIssuerName = "urn:anzehub:local";
/** Shortest shared secret: 32 characters of base64url are 192 bits. */
export const gatewayKeyLengthMin = 32;
/** Longest variable that is looked at. */
export const variableLengthMax = 8_192;

/** Six months, the least that 网络安全法第二十三条 asks for. */
export const retentionDaysMin = 183;
const retentionDaysDefault = 1_095;
const retentionDaysMax = 36_500;

const costPerSecondDefault = 50_000;
const costPerSecondMin = 1_000;
const costPerSecondMax = 10_000_000;

export type Environment = "development" | "test" | "production";

/** Everything the process was told from outside, checked once at start. */
export interface Config {
  readonly environment: Environment;
  /** mysql:// or mariadb://; undefined means the private MariaDB under `directory`. */
  readonly databaseUrl: string | undefined;
  /** PATH: where the program of the private MariaDB is looked for. */
  readonly programPath: string;
  /** HUB_DIR, absolute: keys and the private database of this installation. */
  readonly directory: string;
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** `iss` of accepted tokens; `localIssuerName` unless ISSUER says otherwise. */
  readonly issuer: string;
  readonly audience: string;
  /** undefined exactly when the issuer is the local one. */
  readonly jwksUrl: string | undefined;
  readonly gatewayKey: string | undefined;
  /** The private key that signs receipts, JWK or PEM; undefined: one made under `directory`. */
  readonly receiptKey: string | undefined;
  readonly subgraphs: readonly SubgraphAddress[];
  /** ACCESS_LOG_RETENTION_DAYS: entries of the access log that are older are removed. */
  readonly accessLogRetentionDays: number;
  /** COST_PER_SECOND: units of query cost that each organisation's budget gains, per process. */
  readonly costPerSecond: number;
}

/** Where the gateway finds one subgraph. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

/** Says which variables are wrong and what they may be. Never their values: some are secrets. */
export class ConfigError extends Error {
  readonly variables: readonly string[];

  constructor(faults: ReadonlyMap<string, string>) {
    const lines = [...faults].map(([name, allowed]) => `  ${name}: ${allowed}`);
    super(`环境变量不正确 / bad environment variables\n${lines.join("\n")}`);
    this.name = "ConfigError";
    this.variables = Object.freeze([...faults.keys()]);
  }
}

/** Reads and checks the environment; throws one ConfigError that lists everything wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const variables = new Variables(env);
  // HUB_ENV goes first: NODE_ENV=production alone also makes libraries fast, as for a demo.
  const environmentName = variables.has("HUB_ENV") ? "HUB_ENV" : "NODE_ENV";
  const environment =
    variables.read(environmentName, "development | test | production", readEnvironment) ??
    "development";
  const isProduction = environment === "production";
  const config: Config = {
    environment,
    programPath: env["PATH"] ?? "",
    databaseUrl: variables.read("DATABASE_URL", databaseAllowed, readDatabaseUrl),
    directory: resolve(projectRoot(), variables.read("HUB_DIR", "a path", readText) ?? ".hub"),
    host: variables.read("HOST", "a host name or an IP address", readHost) ?? "127.0.0.1",
    port: variables.read("PORT", "a whole number from 0 to 65535", readPort) ?? 4000,
    issuer: variables.read("ISSUER", issuerAllowed, readIssuer) ?? localIssuerName,
    audience: variables.read("AUDIENCE", "1 to 200 visible characters", readName) ?? "urn:anzehub",
    jwksUrl: variables.read("JWKS_URL", jwksAllowed, (text) => readJwksUrl(text, isProduction)),
    gatewayKey: variables.read("GATEWAY_KEY", gatewayKeyAllowed, readSecret),
    receiptKey: variables.read("RECEIPT_KEY", receiptKeyAllowed, readReceiptKey),
    subgraphs: variables.read("SUBGRAPH_URLS", subgraphsAllowed, readSubgraphs) ?? [],
    accessLogRetentionDays:
      variables.read("ACCESS_LOG_RETENTION_DAYS", retentionAllowed, readRetention) ??
      retentionDaysDefault,
    costPerSecond: variables.read("COST_PER_SECOND", costAllowed, readCost) ?? costPerSecondDefault,
  };
  checkTogether(config, variables);
  variables.throwFaults();
  Object.freeze(config.subgraphs);
  return Object.freeze(config);
}

const databaseAllowed = "mysql://user:password@host:port/database or mariadb://…";
const issuerAllowed = `issuer of the tokens, an absolute URI; in production not ${localIssuerName}`;
const jwksAllowed = "https://… (http:// only outside production or to this machine), no password";
const gatewayKeyAllowed = `a secret of ${gatewayKeyLengthMin} to 512 visible characters`;
const receiptKeyAllowed = "a private Ed25519 key, as JWK or as PKCS #8 PEM (\\n for line ends)";
const subgraphsAllowed = "name=url,name=url with different lower-case names and http(s) urls";
const retentionAllowed = `whole days, at least ${retentionDaysMin} (网络安全法第23条: six months)`;
const costAllowed = "units of query cost per second and organisation, 1000 to 10000000";
const requiredVariables = [
  ...["DATABASE_URL", "ISSUER", "JWKS_URL", "GATEWAY_KEY", "RECEIPT_KEY"],
] as const;

function checkTogether(config: Config, variables: Variables): void {
  if (config.environment === "production") {
    for (const name of requiredVariables) {
      if (!variables.has(name)) variables.fault(name, "required in production");
    }
    if (config.issuer === localIssuerName) variables.fault("ISSUER", issuerAllowed);
  }
  if (config.issuer === localIssuerName && variables.has("JWKS_URL")) {
    variables.fault("ISSUER", "required together with JWKS_URL, and not the local issuer");
  }
  if (config.issuer !== localIssuerName && !variables.has("JWKS_URL")) {
    variables.fault("JWKS_URL", "required together with ISSUER");
  }
}

/** Reads variables one by one and remembers every fault, so that all are told at once. */
class Variables {
  readonly #env: NodeJS.ProcessEnv;
  readonly #faults = new Map<string, string>();

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** An empty variable counts as not set: that is how compose files leave one out. */
  has(name: string): boolean {
    return (this.#env[name] ?? "") !== "";
  }

  read<T>(name: string, allowed: string, parse: (text: string) => T | undefined): T | undefined {
    if (!this.has(name)) return undefined;
    const text = this.#env[name] ?? "";
    const value = text.length > variableLengthMax ? undefined : parse(text);
    if (value === undefined) this.fault(name, allowed);
    return value;
  }

  /** The first fault of a variable is the one to tell; later ones follow from it. */
  fault(name: string, allowed: string): void {
    if (!this.#faults.has(name)) this.#faults.set(name, allowed);
  }

  throwFaults(): void {
    if (this.#faults.size > 0) throw new ConfigError(this.#faults);
  }
}

function readEnvironment(text: string): Environment | undefined {
  return text === "development" || text === "test" || text === "production" ? text : undefined;
}

function readDatabaseUrl(text: string): string | undefined {
  const url = parseUrl(text, ["mysql:", "mariadb:"]);
  return url && url.hostname !== "" && /^\/\w+$/.test(url.pathname) ? text : undefined;
}

function readText(text: string): string | undefined {
  return text.includes("\0") || text.trim() === "" ? undefined : text;
}

function readHost(text: string): string | undefined {
  return /^[A-Za-z0-9.:-]{1,253}$/.test(text) ? text : undefined;
}

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function readName(text: string): string | undefined {
  return /^[\x21-\x7e]{1,200}$/.test(text) ? text : undefined;
}

function readIssuer(text: string): string | undefined {
  // Compared byte for byte with `iss`, so it is not normalised.
  return URL.canParse(text) && !/[?#]/.test(text) ? readName(text) : undefined;
}

function readSecret(text: string): string | undefined {
  const isLongEnough = text.length >= gatewayKeyLengthMin && text.length <= 512;
  return isLongEnough && /^[\x21-\x7e]+$/.test(text) ? text : undefined;
}

function readRetention(text: string): number | undefined {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return days >= retentionDaysMin && days <= retentionDaysMax ? days : undefined;
}

function readCost(text: string): number | undefined {
  const units = /^\d{1,8}$/.test(text) ? Number(text) : 0;
  return units >= costPerSecondMin && units <= costPerSecondMax ? units : undefined;
}

/** Only its form: whether it is a key shows when it is opened, at the start. */
function readReceiptKey(text: string): string | undefined {
  const isPem = /^-----BEGIN PRIVATE KEY-----(\\n|\s)/.test(text);
  return isPem || /^\{.*"OKP".*\}$/s.test(text.trim()) ? text : undefined;
}

function readJwksUrl(text: string, isProduction: boolean): string | undefined {
  const url = parseUrl(text, ["https:", "http:"]);
  if (url?.username !== "" || url.password !== "") return undefined;
  // Keys fetched in the clear are keys of whoever sits in between.
  const isSafe = url.protocol === "https:" || !isProduction || isLoopback(url.hostname);
  return isSafe ? url.href : undefined;
}

function readSubgraphs(text: string): SubgraphAddress[] | undefined {
  const subgraphs: SubgraphAddress[] = [];
  for (const entry of text.split(",")) {
    const [, name, address] = /^([a-z][a-z0-9-]{0,31})=(\S+)$/.exec(entry.trim()) ?? [];
    const url = parseUrl(address ?? "", ["https:", "http:"]);
    const isTaken = subgraphs.some((other) => other.name === name);
    if (name === undefined || url === undefined || isTaken) return undefined;
    subgraphs.push(Object.freeze({ name, url: url.href }));
  }
  return subgraphs;
}

function parseUrl(text: string, protocols: readonly string[]): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return protocols.includes(url.protocol) ? url : undefined;
}

function isLoopback(hostname: string): boolean {
  // URL has already turned 127.1 and 0x7f000001 into 127.0.0.1.
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function projectRoot(): string {
  // The same place whether this file runs from src/ or from dist/.
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error("no package.json above the program");
    folder = dirname(folder);
  }
  return folder;
}
