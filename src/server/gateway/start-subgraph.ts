import type { Callers } from "../../access/callers";
import { rightsOfKey } from "../../access/rights";
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
      parts.sizes.stop();
      await parts.log.stop();
      await parts.database.close();
    },
  };
}

/** What a subgraph shares with the process it runs in. */
export type SubgraphParts = Omit<HubParts, "schema" | "graph" | "execute" | "identify" | "part">;

/** Serves one slice of the graph. */
export function serveSubgraph(
  parts: SubgraphParts,
  graph: Graph,
  domain: DomainName,
  gatewayKey: string,
): Promise<RunningServer> {
  const schema = subgraphSchema(graph, domain);
  return startHubServer({
    ...parts,
    part: domain,
    schema,
    graph,
    execute: localExecutor(schema),
    identify: signedIdentity(parts.callers, domain, gatewayKey, parts.now),
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
    const { organisationId, person, rightsKey, operation } = signed;
    let caller = await callers.ofOrganisation(organisationId);
    // The gateway may know of a change that is not a moment old.
    if (!caller || !rightsOfKey(caller.rights, rightsKey))
      caller = await callers.ofOrganisation(organisationId, true);
    if (!caller) throw new HubError("SUBGRAPH_SIGNATURE_INVALID");
    // Rights changed between gateway and here: half an answer under each would be no answer. When
    // only those of others did, all parts are answered under the version the gateway decided by.
    const rights = rightsOfKey(caller.rights, rightsKey);
    if (!rights) throw new HubError("POLICY_CHANGED");
    return { caller: { ...caller, rights }, person, operation };
  };
}
