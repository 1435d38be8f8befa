import type { Config } from "../../config";
import { domains } from "../../domain/domains";
import { composeSupergraph } from "../../graph/federation/compose";
import { buildGraph, type Graph } from "../../graph/schema";
import { openGatewayKey } from "../authentication/gateway-key";
import { bearerIdentity } from "../bearer-identity";
import { explorerPages } from "../explorer/explorer-pages";
import { startHubServer } from "../hub-server";
import type { RunningServer } from "../http-server";
import { hubParts, type HubEnvironment, type RunningHub } from "../start-hub";
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
  const { callers, ...parts } = await hubParts(config, environment);
  const key = await openGatewayKey(config);
  const graph = buildGraph(domains);
  const subgraphs = await openSubgraphs(config, graph, { callers, ...parts }, key);
  const gateway = await openHiveGateway({
    supergraph: composeSupergraph(graph),
    urls: subgraphs.urls,
    sign: createSigner(key),
    now: environment.now,
  });
  const server = await startHubServer({
    ...parts,
    schema: graph.schema,
    labels: graph.labels,
    execute: federatedExecutor(graph.schema, gateway),
    identify: await bearerIdentity(config, callers, environment),
    pages: await explorerPages(config, parts.database, environment.now),
  });
  return {
    url: `http://${config.host}:${String(server.port)}`,
    stop: async () => {
      await server.stop();
      await gateway.stop();
      await Promise.all(subgraphs.servers.map((subgraph) => subgraph.stop()));
      await parts.database.close();
    },
  };
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
  const missing = graph.modules.filter(({ name }) => !urls.has(name));
  if (config.subgraphs.length && missing.length)
    throw new Error(`SUBGRAPH_URLS lacks ${missing.map(({ name }) => name).join(", ")}`);
  const servers: RunningServer[] = [];
  // Only for this process: no other host needs to reach them.
  const listen = { host: "127.0.0.1", port: 0 };
  for (const { name } of missing) {
    const server = await serveSubgraph({ ...parts, listen }, graph, name, gatewayKey);
    servers.push(server);
    urls.set(name, `http://${listen.host}:${String(server.port)}/graphql`);
  }
  return { urls, servers };
}
