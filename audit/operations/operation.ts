import { print, type DocumentNode } from "graphql";
import type { DomainName } from "../../src/graph/domain-module";

/** One request of the audit, kept as a tree so that it can be made smaller. */
export interface Operation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The subgraph it is sent to as the gateway would; without one, the merged hub. */
  readonly subgraph?: DomainName;
}

/** What goes over the wire, equal to the byte for both worlds. */
export function bodyOf({ document, variables }: Operation): string {
  return JSON.stringify({ query: print(document), variables });
}

/** True when it may change what is stored. */
export function isMutation({ document }: Operation): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === "OperationDefinition" && definition.operation === "mutation",
  );
}
