import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from "graphql";
import { baseRights } from "../../src/access/rights";
import { permits } from "../../src/access/right";
import type { Graph } from "../../src/graph/schema";
import { modelNamed } from "../../src/query/entity-model";
import type { CorpusEntry } from "./corpus";
import type { ContractCaller } from "./given-organisations";
import { idOf } from "./given-rows";

/**
 * For every root list of the graph: its rows with everything the caller may see of them, with what
 * they refer to, and with the lists below them; and for every lookup one row by its id.
 */
export function generatedCorpus(graph: Graph): CorpusEntry[] {
  const query = graph.schema.getQueryType();
  const fields = Object.values(query?.getFields() ?? {});
  return fields.flatMap(({ name, type, args }): CorpusEntry[] => {
    const target = getNamedType(type);
    const listed = modelNamed(target.name.replace(/Connection$/, ""));
    if (!listed || !isObjectType(target)) return [];
    // What the hub logs of these very questions has other ids and times in each deployment.
    if (listed.table === "access_log_entry") return [];
    const select = (caller: ContractCaller, lists: boolean): string =>
      selection(graph, graph.schema.getType(listed.name) as GraphQLObjectType, caller, lists);
    if (listed.name === target.name) {
      if (!args.some((argument) => argument.name === "id")) return [];
      const one = (caller: ContractCaller): string =>
        `query One($id: ID!) { ${name}(id: $id) ${select(caller, true)} }`;
      return [
        {
          title: `${name} by its id`,
          of: (caller) => ({ query: one(caller), variables: { id: idOf(listed.name, 7) } }),
        },
      ];
    }
    const list = (page: string, below: string): string =>
      `{ ${name}(${page}) { totalCount pageInfo { hasNextPage endCursor } ${below} } }`;
    return [
      {
        title: `${name} and what its rows refer to`,
        of: (caller) => ({ query: list("first: 9", `nodes ${select(caller, false)}`) }),
      },
      {
        title: `${name} from the back, with the lists below`,
        of: (caller) => ({
          query: list("last: 4", `edges { cursor node ${select(caller, true)} }`),
        }),
      },
    ];
  });
}

function selection(
  graph: Graph,
  type: GraphQLObjectType,
  caller: ContractCaller,
  lists: boolean,
  depth = 1,
): string {
  const rights = baseRights(caller.type);
  const parts: string[] = [];
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    const label = graph.labels.fields.get(coordinate);
    if (!label || !permits(rights.of(coordinate, label), "SELECT")) continue;
    const target = getNamedType(field.type);
    if (isLeafType(target)) parts.push(field.name);
    else if (depth > 0 && isObjectType(target))
      parts.push(...below(graph, field.name, target, caller, lists));
  }
  // Where nothing is allowed, asking is part of the contract too: it is denied alike.
  return `{ ${parts.length ? parts.join(" ") : "id"} }`;
}

function below(
  graph: Graph,
  name: string,
  target: GraphQLObjectType,
  caller: ContractCaller,
  lists: boolean,
): string[] {
  if (modelNamed(target.name)) return [`${name} ${selection(graph, target, caller, false, 0)}`];
  const row = graph.schema.getType(target.name.replace(/Connection$/, ""));
  if (!lists || !isObjectType(row)) return [];
  const rights = baseRights(caller.type);
  const label = graph.labels.fields.get(`${target.name}.nodes`);
  // A list may be mentioned although its rows may not be.
  if (!label || !permits(rights.of(`${target.name}.nodes`, label), "SELECT")) return [];
  return [`${name}(first: 2) { totalCount nodes ${selection(graph, row, caller, false, 0)} }`];
}
