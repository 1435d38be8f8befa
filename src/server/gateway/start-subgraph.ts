import type { Config } from "../../config";
import { domains } from "../../domain/domains";
import { HubError } from "../../error/hub-error";
import type { DomainName } from "../../graph/domain-module";
import { localExecutor } from "../../graph/executor";
import { subgraphSchema } from "../../graph/federation/subgraph-schema";
import { buildGraph, type Graph } from "../../graph/schema";
import { openGatewayKey } from "../authentication/gateway-key";
import { startHubServer, type HubParts, type Identify } from "../hub-server";
import type { RunningServer } from "../http-server";
import { hubParts, type HubEnvironment, type RunningHub } from "../start-hub";
import type { Callers } from "../callers";
import { createSignatureVerifier, signatureHeader } from "./signature";
import { subgraphLimits } from "./subgraph-limits";

/** `hub start --subgraph NAME`: one domain's slice, for the gateway and for nobody else. */
export async function startSubgraph(
  config: Config,
  environment: HubEnvironment,
  domain: DomainName,
): Promise<RunningHub> {
  const parts = await hubParts(config, environment);
  const key = await openGatewayKey(config);
  const server = await serveSubgraph(parts, buildGraph(domains), domain, key);
  return {
    url: `http://${config.host}:${String(server.port)}`,
    stop: async () => {
      await server.stop();
      await parts.database.close();
    },
  };
}

/** What a subgraph shares with the process it runs in. */
export type SubgraphParts = Omit<HubParts, "schema" | "labels" | "execute" | "identify"> & {
  callers: Callers;
};

/** Serves one slice of the graph. */
export function serveSubgraph(
  { callers, ...parts }: SubgraphParts,
  graph: Graph,
  domain: DomainName,
  gatewayKey: string,
): Promise<RunningServer> {
  const schema = subgraphSchema(graph, domain);
  return startHubServer({
    ...parts,
    schema,
    labels: graph.labels,
    execute: localExecutor(schema),
    identify: signedIdentity(callers, domain, gatewayKey, parts.now),
    limits: subgraphLimits,
  });
}

/** The caller a signed request speaks for, under the policy the gateway decided by. */
function signedIdentity(
  callers: Callers,
  domain: DomainName,
  gatewayKey: string,
  now: () => Date,
): Identify {
  const verify = createSignatureVerifier(gatewayKey, domain);
  return async (request, body) => {
    const signed = await verify(request.headers[signatureHeader], body, now());
    const caller = await callers.ofOrganisation(signed.organisationId);
    // Rights changed between gateway and here: half an answer under each would be no answer.
    if (caller.rights.policyVersion !== signed.policyVersion)
      throw new HubError("SUBGRAPH_SIGNATURE_INVALID");
    return caller;
  };
}
