import { Authoriser } from "../../graph/authorise";
import { CallerSchemas } from "../../graph/caller-schema";
import type { Graph } from "../../graph/schema";

/** What decides about operations, and what callers may know of. */
interface Deciders {
  readonly authoriser: Authoriser;
  readonly schemas: CallerSchemas;
}

const made = new WeakMap<Graph, Deciders>();

/** For questions about documents: of the whole graph, whichever part of it this process serves. */
export function decidersOf(graph: Graph): Deciders {
  let deciders = made.get(graph);
  if (!deciders) {
    const { schema, labels } = graph;
    deciders = {
      authoriser: new Authoriser(schema, graph),
      schemas: new CallerSchemas(schema, labels),
    };
    made.set(graph, deciders);
  }
  return deciders;
}
