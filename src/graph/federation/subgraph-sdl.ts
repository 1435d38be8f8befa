import {
  GraphQLObjectType,
  Kind,
  isObjectType,
  parse,
  print,
  printType,
  type ConstDirectiveNode,
  type DefinitionNode,
} from "graphql";
import type { DomainName } from "../domain-module";
import type { Graph } from "../schema";
import { slicesOf, type Slice, type TypeSlice } from "./slice";

const federationUrl = "https://specs.apollo.dev/federation/v2.7";

/**
 * The SDL of every subgraph: the slice of its domain as a Federation 2 schema. An entity of
 * another domain appears as its key and the fields this domain adds. What kind of data a field
 * is stands in its description; at run time labels are looked up by coordinate in the graph.
 */
export function subgraphSdls(graph: Graph): ReadonlyMap<DomainName, string> {
  const slices = slicesOf(graph);
  const shared = sharedValues([...slices.values()]);
  return new Map([...slices].map(([name, slice]) => [name, printSlice(slice, shared)]));
}

/** Plain object types that several subgraphs give, equal in all of them. */
function sharedValues(slices: readonly Slice[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const slice of slices)
    for (const [name, { kind, fields }] of slice) {
      if (kind !== "value" || !fields) continue;
      if (seen.has(name)) shared.add(name);
      seen.add(name);
    }
  return shared;
}

function printSlice(slice: Slice, shared: ReadonlySet<string>): string {
  const ordered = [...slice.values()].sort(byKindThenName);
  const link = `extend schema @link(url: "${federationUrl}", import: ["@key", "@shareable"])`;
  const definitions = ordered.map((part) => definitionOf(part, shared));
  return `${print({ kind: Kind.DOCUMENT, definitions: [...parse(link).definitions, ...definitions] })}\n`;
}

/** Root types first, then by name: the same graph always prints the same text. */
function byKindThenName(a: TypeSlice, b: TypeSlice): number {
  const rank = (part: TypeSlice): number => (part.kind === "root" ? 0 : 1);
  return rank(a) - rank(b) || (a.type.name < b.type.name ? -1 : 1);
}

function definitionOf(part: TypeSlice, shared: ReadonlySet<string>): DefinitionNode {
  const [definition] = parse(printType(narrowed(part)), { noLocation: true }).definitions;
  if (!definition) throw new Error(`${part.type.name} was not printed`);
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const directive = directiveOf(part, shared);
  return directive ? { ...definition, directives: [directive] } : definition;
}

/** The type with only the fields of the slice. */
function narrowed({ type, fields }: TypeSlice): TypeSlice["type"] {
  if (!isObjectType(type) || !fields) return type;
  const config = type.toConfig();
  const kept = Object.entries(config.fields).filter(([name]) => fields.has(name));
  return new GraphQLObjectType({ ...config, fields: Object.fromEntries(kept) });
}

function directiveOf(part: TypeSlice, shared: ReadonlySet<string>): ConstDirectiveNode | null {
  switch (part.kind) {
    case "owned entity":
    case "extended entity":
      return directive('@key(fields: "id")');
    case "reference":
      // This domain can name such a row, but has nothing to say about it.
      return directive('@key(fields: "id", resolvable: false)');
    case "value":
      return shared.has(part.type.name) ? directive("@shareable") : null;
    case "root":
      return null;
  }
}

function directive(text: string): ConstDirectiveNode {
  const [definition] = parse(`type T ${text}`, { noLocation: true }).definitions;
  const node = definition?.kind === Kind.OBJECT_TYPE_DEFINITION && definition.directives?.[0];
  if (!node) throw new Error(`not a directive: ${text}`);
  return node;
}
