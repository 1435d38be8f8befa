import { composeServices } from "@theguild/federation-composition";
import { buildSchema, lexicographicSortSchema, parse, printSchema } from "graphql";
import type { DomainName } from "../domain-module";
import type { Graph } from "../schema";
import { subgraphSdls } from "./subgraph-sdl";

/** Where a subgraph is said to be in generated files; the gateway replaces it at run time. */
export function placeholderUrl(subgraph: DomainName): string {
  return `http://${subgraph}.subgraph.invalid/graphql`;
}

/** Composes all subgraphs of a graph to the supergraph a Federation 2 gateway runs on. */
export function composeSupergraph(graph: Graph): string {
  return composeSdls(subgraphSdls(graph), mergedSdl(graph));
}

/**
 * Composes these subgraphs. Throws when they do not compose, and when what they compose to is not
 * the merged graph (`merged`, sorted) to the letter: a slice that lost a field still composes.
 */
export function composeSdls(sdls: ReadonlyMap<DomainName, string>, merged: string): string {
  const services = [...sdls].map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: placeholderUrl(name),
  }));
  const composed = composeServices(services);
  if (composed.errors)
    throw new Error(
      `The subgraphs do not compose:\n${composed.errors.map((e) => `- ${e.message}`).join("\n")}`,
    );
  checkSameGraph(merged, sortedSdl(composed.publicSdl));
  return `${composed.supergraphSdl.trim()}\n`;
}

/** The whole merged graph as text, sorted. */
export function mergedSdl(graph: Graph): string {
  return `${printSchema(lexicographicSortSchema(graph.schema))}\n`;
}

function sortedSdl(sdl: string): string {
  return `${printSchema(lexicographicSortSchema(buildSchema(sdl)))}\n`;
}

function checkSameGraph(merged: string, composed: string): void {
  if (merged === composed) return;
  const lines = composed.split("\n");
  const at = merged.split("\n").findIndex((line, i) => line !== lines[i]);
  const context = merged
    .split("\n")
    .slice(Math.max(0, at - 5), at + 1)
    .join("\n");
  throw new Error(
    `The subgraphs compose to another graph than the merged one, from line ${String(at + 1)}:\n` +
      `${context}\n--- composed: ${lines[at] ?? "(end)"}`,
  );
}
