import { hkdfSync } from "node:crypto";
import type { Config } from "../config";
import { Callers } from "../access/callers";
import { Database } from "../database/database";
import { domains } from "../domain/domains";
import { localExecutor } from "../graph/executor";
import { buildGraph } from "../graph/schema";
import { CursorKey } from "../query/cursor";
import { TableSizes } from "../query/table-sizes";
import { IdentityKey } from "../submission/identity-digests";
import { Admission, turnLimits } from "./admission/admission";
import { bearerIdentity } from "./bearer-identity";
import { explorerPages } from "./explorer/explorer-pages";
import { openAccessLog } from "./open-access-log";
import { openGatewayKey } from "./authentication/gateway-key";
import { startHubServer, type HubParts } from "./hub-server";
import type { Elsewhere } from "./heavy-requests";
import { openReceiptSigner } from "./receipts/receipt-key";
import type { ReportMistake } from "./answer-errors";

/** A hub that answers. */
export interface RunningHub {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  url: string;
  /** Finishes running requests, then closes everything it opened. */
  stop(): Promise<void>;
}

/** What a hub is started with besides its configuration. */
export interface HubEnvironment {
  databaseUrl: string;
  now: () => Date;
  report: ReportMistake;
  /** Another hub on this machine that works on large bodies. */
  heavyElsewhere?: Elsewhere;
  /** How many transactions may write at once; as many as there are connections, unless it says. */
  writersAtOnce?: () => number;
}

/** What every deployment of the hub is made of: gateway, subgraph or all in one. */
export async function hubParts(
  config: Config,
  { databaseUrl, now, report, writersAtOnce }: HubEnvironment,
): Promise<Omit<HubParts, "schema" | "graph" | "execute" | "identify" | "part">> {
  const database = new Database(databaseUrl, { writersAtOnce });
  const sizes = await TableSizes.open(database);
  const secret = await openGatewayKey(config);
  const signer = await openReceiptSigner(config);
  const cursorKey = Buffer.from(hkdfSync("sha256", secret, "", "anzehub cursor", 32));
  return {
    listen: { host: config.host, port: config.port },
    database,
    sizes,
    callers: new Callers(database, now),
    log: openAccessLog(config, secret, { databaseUrl, now, report }),
    cursors: new CursorKey(cursorKey),
    signer,
    identityDigests: new IdentityKey(secret),
    now,
    report,
  };
}

/** The default deployment: one process, one merged schema. */
export async function startHub(config: Config, environment: HubEnvironment): Promise<RunningHub> {
  const parts = await hubParts(config, environment);
  const graph = buildGraph(domains);
  const { now } = environment;
  const identify = await bearerIdentity(config, parts.callers, environment);
  const server = await startHubServer({
    ...parts,
    heavyElsewhere: environment.heavyElsewhere,
    part: "hub",
    admission: admissionOf(config),
    schema: graph.schema,
    graph,
    execute: localExecutor(graph.schema),
    identify,
    pages: await explorerPages({ config, database: parts.database, identify, now }),
  });
  return {
    url: `http://${config.host}:${String(server.port)}`,
    stop: async () => {
      await server.stop();
      parts.sizes.stop();
      await parts.log.stop();
      await parts.database.close();
    },
  };
}

/** How many seconds of its budget an organisation may spend at once after a pause. */
const burstSeconds = 20;

/** Whose operation is next, in one process: each has its own turns and budgets. */
export function admissionOf({ costPerSecond }: Config): Admission {
  const burst = costPerSecond * burstSeconds;
  const limits = { ...turnLimits, unitsPerSecond: costPerSecond, unitsMax: burst };
  return new Admission(limits, () => performance.now());
}
