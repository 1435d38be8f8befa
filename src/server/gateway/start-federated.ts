import type { Config } from "../../config";
import { domains } from "../../domain/domains";
import { composeSupergraph } from "../../graph/federation/compose";
import { buildGraph, type Graph } from "../../graph/schema";
import { openGatewayKey } from "../authentication/gateway-key";
import { bearerIdentity } from "../bearer-identity";
import { explorerPages } from "../explorer/explorer-pages";
import { startHubServer } from "../hub-server";
import type { RunningServer } from "../http-server";
import { admissionOf, hubParts, type HubEnvironment, type RunningHub } from "../start-hub";
import { federatedExecutor } from "./federated-executor";
import { openHiveGateway } from "./hive-gateway";
import { createSigner } from "./signature";
import { serveSubgraph, type SubgraphParts } from "./start-subgraph";

/**
 * `hub start --federated`: the gateway, and behind it the subgraphs of SUBGRAPH_URLS or, without
 * that, all of them in this process. The answers are those of `hub start`.
 */
export async function startFederated(
  config: Config,
  environment: HubEnvironment,
): Promise<RunningHub> {
  const graph = buildGraph(domains);
  const supergraph = composeSupergraph(graph);
  checkAddresses(config, graph);
  const key = await openGatewayKey(config);
  const parts = await hubParts(config, environment);
  // Closed from the last opened to the first, also when the start fails half way.
  const opened: (() => Promise<void>)[] = [() => parts.database.close(), () => parts.log.stop()];
  const stop = async (): Promise<void> => {
    parts.sizes.stop();
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const subgraphs = await openSubgraphs(config, graph, parts, key);
    opened.push(...subgraphs.servers.map((server) => () => server.stop()));
    const sign = createSigner(key);
    const { now } = environment;
    const gateway = await openHiveGateway({ supergraph, urls: subgraphs.urls, sign, now });
    opened.push(() => gateway.stop());
    const identify = await bearerIdentity(config, parts.callers, environment);
    const server = await startHubServer({
      ...parts,
      part: "gateway",
      admission: admissionOf(config),
      schema: graph.schema,
      graph,
      execute: federatedExecutor(graph.schema, gateway),
      identify,
      pages: await explorerPages({ config, database: parts.database, identify, now }),
    });
    opened.push(() => server.stop());
    return { url: `http://${config.host}:${String(server.port)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Either every subgraph is elsewhere, or none: half of them here would hide a mistyped name. */
function checkAddresses({ subgraphs }: Config, graph: Graph): void {
  if (subgraphs.length === 0) return;
  const known = new Set<string>(graph.modules.map(({ name }) => name));
  const given = new Set(subgraphs.map(({ name }) => name));
  const missing = [...known].filter((name) => !given.has(name));
  if (missing.length) throw new Error(`SUBGRAPH_URLS lacks ${missing.join(", ")}`);
  const unknown = [...given].filter((name) => !known.has(name));
  if (unknown.length) throw new Error(`SUBGRAPH_URLS names no subgraph: ${unknown.join(", ")}`);
  // A signature is for one subgraph, which the gateway tells by the address.
  if (new Set(subgraphs.map(({ url }) => url)).size < subgraphs.length)
    throw new Error("SUBGRAPH_URLS gives one address to several subgraphs");
}

interface OpenSubgraphs {
  urls: ReadonlyMap<string, string>;
  servers: readonly RunningServer[];
}

async function openSubgraphs(
  config: Config,
  graph: Graph,
  parts: SubgraphParts,
  gatewayKey: string,
): Promise<OpenSubgraphs> {
  const urls = new Map(config.subgraphs.map(({ name, url }) => [name, url]));
  const servers: RunningServer[] = [];
  // Only for this process: no other host needs to reach them.
  const listen = { host: "127.0.0.1", port: 0 };
  for (const { name } of graph.modules) {
    if (urls.has(name)) continue;
    const server = await serveSubgraph({ ...parts, listen }, graph, name, gatewayKey);
    servers.push(server);
    urls.set(name, `http://${listen.host}:${String(server.port)}/graphql`);
  }
  return { urls, servers };
}
