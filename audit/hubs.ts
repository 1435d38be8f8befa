import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig, type Config } from "../src/config";
import type { DomainName } from "../src/graph/domain-module";
import { openGatewayKey } from "../src/server/authentication/gateway-key";
import { openLocalIssuer } from "../src/server/authentication/local-issuer";
import { createSigner, signatureHeader, type Sign } from "../src/server/gateway/signature";
import type { Graph } from "../src/graph/schema";
import { openReceiptSigner } from "../src/server/receipts/receipt-key";
import { serveSubgraph } from "../src/server/gateway/start-subgraph";
import type { RunningServer } from "../src/server/http-server";
import { hubParts, startHub, type RunningHub } from "../src/server/start-hub";

/** The moment of every request: a Wednesday, noon in Shanghai. */
export const auditNow = new Date("2026-07-15T04:00:00Z");

/** No budget ends within an audit: what is refused for its cost must never be what differs. */
const COST_PER_SECOND = "10000000";
const busyTriesMax = 20;
const busyWaitMs = 250;

/** An answer to the byte, without what tells the time of day. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

/** What one organisation sends. */
export interface Request {
  readonly organisation: { readonly code: string; readonly id: string };
  readonly body: string;
  readonly subgraph?: DomainName | undefined;
}

/** What a world's hub consists of. */
interface Made {
  readonly config: Config;
  readonly hub: RunningHub;
  /** What the subgraphs are made of; they share it, as they run in one process. */
  readonly parts: Awaited<ReturnType<typeof hubParts>>;
  readonly graph: Graph;
  readonly gatewayKey: string;
  readonly mistakes: readonly unknown[];
}

/** The real hub over one world: real HTTP, real tokens, and its subgraphs beside it. */
export class WorldHub {
  private readonly subgraphs = new Map<DomainName, Promise<RunningServer>>();
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly agent = new Agent({ keepAlive: true });

  /** Errors the hub reported as its own mistakes. */
  readonly mistakes: readonly unknown[];
  private readonly sign: Sign;

  private constructor(private readonly made: Made) {
    this.mistakes = made.mistakes;
    this.sign = createSigner(made.gatewayKey);
  }

  /** Hubs with the same keys give equal data equal cursors; all else they keep for themselves. */
  static async open(databaseUrl: string, keys: string, graph: Graph): Promise<WorldHub> {
    const directory = mkdtempSync(join(tmpdir(), "anzehub-audit-"));
    cpSync(keys, directory, { recursive: true });
    const config = readConfig({
      ...{ HUB_ENV: "test", HUB_DIR: directory, PORT: "0", COST_PER_SECOND },
    });
    const mistakes: unknown[] = [];
    const now = (): Date => auditNow;
    const environment = { databaseUrl, now, report: (_id: string, e: unknown) => mistakes.push(e) };
    const hub = await startHub(config, environment);
    const parts = await hubParts(config, environment);
    const gatewayKey = await openGatewayKey(config);
    return new WorldHub({ config, hub, parts, graph, gatewayKey, mistakes });
  }

  /** A hub that is busy says so whatever the data, and is asked again. */
  async ask(request: Request): Promise<Answer> {
    let answer = await this.askOnce(request);
    for (let again = 0; again < busyTriesMax && isBusy(answer); again++) {
      await sleep(busyWaitMs);
      answer = await this.askOnce(request);
    }
    return answer;
  }

  private async askOnce({ organisation, body, subgraph }: Request): Promise<Answer> {
    if (subgraph) return this.askSubgraph(subgraph, organisation.id, body);
    const authorization = `Bearer ${await this.token(organisation.code)}`;
    return this.post(this.made.hub.url, { authorization }, body);
  }

  /** As the gateway asks on behalf of an organisation. */
  private async askSubgraph(
    subgraph: DomainName,
    organisationId: string,
    body: string,
  ): Promise<Answer> {
    const { config, parts, graph, gatewayKey } = this.made;
    let started = this.subgraphs.get(subgraph);
    if (!started) {
      started = serveSubgraph(parts, graph, subgraph, gatewayKey);
      this.subgraphs.set(subgraph, started);
    }
    const { port } = await started;
    const caller = await parts.callers.ofOrganisation(organisationId);
    if (!caller) throw new Error(`there is no organisation ${organisationId}`);
    const who = { organisationId, person: "audit", rightsKey: caller.rights.key };
    const signature = await this.sign({ subgraph, ...who, body }, auditNow);
    const url = `http://${config.host}:${String(port)}`;
    return this.post(url, { [signatureHeader]: signature }, body);
  }

  private token(code: string): Promise<string> {
    let token = this.tokens.get(code);
    if (!token) {
      token = openLocalIssuer(this.made.config.directory).then((issuer) =>
        issuer.issue({
          clientId: code.toLowerCase(),
          audience: this.made.config.audience,
          lifetimeSeconds: 3600,
          now: auditNow,
        }),
      );
      this.tokens.set(code, token);
    }
    return token;
  }

  private post(url: string, headers: Record<string, string>, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = {
        method: "POST",
        agent: this.agent,
        headers: { "content-type": "application/json", ...headers },
      };
      const sent = request(`${url}/graphql`, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const rest = { ...response.headers };
          delete rest.date;
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: JSON.stringify(rest), text });
        });
      });
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // A kept connection that the server closed just now: the request never arrived.
        if (sent.reusedSocket && error.code === "ECONNRESET")
          resolve(this.post(url, headers, body));
        else reject(error);
      });
      sent.end(body);
    });
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.made.hub.stop();
    for (const subgraph of this.subgraphs.values()) await (await subgraph).stop();
    await this.made.parts.log.stop();
    await this.made.parts.database.close();
    rmSync(this.made.config.directory, { recursive: true, force: true });
  }
}

function isBusy({ text }: Answer): boolean {
  return text.includes('"code":"OVERLOADED"') || text.includes('"code":"DATABASE_UNAVAILABLE"');
}

/** Makes the keys that all hubs of an audit share. */
export async function makeKeys(directory: string): Promise<void> {
  const config = readConfig({ HUB_ENV: "test", HUB_DIR: directory, PORT: "0" });
  await openGatewayKey(config);
  await openLocalIssuer(directory);
  await openReceiptSigner(config);
}
