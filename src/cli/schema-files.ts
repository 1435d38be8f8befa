import { composeSupergraph, mergedSdl } from "../graph/federation/compose";
import { subgraphSdls } from "../graph/federation/subgraph-sdl";
import type { Graph } from "../graph/schema";
import { accessMatrixDocument } from "./access-matrix-document";
import { rulesDocument } from "./rules-document";

/**
 * The generated files of `schema/`, by file name. Equal graphs give equal bytes. Throws when the
 * subgraphs do not compose to the merged graph.
 */
export function schemaFiles(graph: Graph): ReadonlyMap<string, string> {
  return new Map([
    ["merged.graphql", mergedSdl(graph)],
    ["supergraph.graphql", composeSupergraph(graph)],
    ...[...subgraphSdls(graph)].map(([name, sdl]) => [`${name}.graphql`, sdl] as const),
    ["access-matrix.md", accessMatrixDocument(graph)],
    ["rules.md", rulesDocument(graph.modules)],
  ]);
}
