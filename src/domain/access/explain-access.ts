import {
  getNamedType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Caller } from "../../access/caller";
import { labels, type Label } from "../../access/label";
import type { Database } from "../../database/database";
import type { Graph } from "../../graph/schema";
import type { Plain } from "../supervision/plain";
import { decidersOf } from "./deciders";
import { faultOf, readDocument, type AskedDocument } from "./explain-document";
import { explainField } from "./explain-field";
import { grantEnds, grantersFor } from "./explain-granters";
import type { AccessExplanation, DocumentFault } from "./explanation";

/** Who asks, of which graph. */
export interface ExplainedFor {
  readonly graph: Graph;
  readonly caller: Caller;
  readonly database: Pick<Database, "read">;
}

/**
 * What would come of every mention of a field in a document, and why: the decision itself is asked,
 * over the whole graph in every deployment. Reads no data, so it cannot tell of any row.
 */
export async function explainAccess(
  asked: AskedDocument,
  { graph, caller, database }: ExplainedFor,
): Promise<Plain<AccessExplanation>> {
  const { authoriser, schemas } = decidersOf(graph);
  const { rights } = caller;
  const { policyVersion } = rights;
  const read = readDocument(asked, schemas.of(caller).known());
  if ("faults" in read) return faulty(policyVersion, read.faults);
  const { document, operation } = read;
  const variables = asked.variables ?? {};
  const mentions = authoriser.mentions(document, operation, variables);
  const { errors } = authoriser.decide({ document, operation, variables }, rights);
  // What the caller may not know of was refused as unknown; should any of it be left, it is here.
  const hidden = errors.filter(({ extensions }) => extensions["code"] !== "FORBIDDEN");
  if (hidden.length) return faulty(policyVersion, hidden.map(faultOf));
  const denied = new Set(
    errors.map(({ extensions: e }) => `${String(e["field"])} ${String(e["mention"])}`),
  );
  const labelOf = (field: string): Label => graph.labels.fields.get(field) ?? unlabelled(field);
  const owners = new Set(mentions.map(({ field }) => labels[labelOf(field)].owner));
  const by = {
    schema: graph.schema,
    caller,
    labelOf,
    grantEnds: await grantEnds(database, caller),
    granters: await grantersFor(database, caller, [...owners]),
  };
  const fields = mentions.map((mention) =>
    explainField(mention, denied.has(`${mention.field} ${mention.mention}`), by),
  );
  const openVariables = openIn(graph.schema, operation, asked.variables);
  const allowed = errors.length === 0 && fields.every((field) => field.allowed);
  return { allowed, policyVersion, fields, faults: [], openVariables };
}

function faulty(
  policyVersion: string,
  faults: readonly Plain<DocumentFault>[],
): Plain<AccessExplanation> {
  return { allowed: false, policyVersion, fields: [], faults: [...faults], openVariables: [] };
}

function unlabelled(field: string): never {
  throw new Error(`${field} has no label`);
}

/** The variables that could mention fields, had they been given. */
function openIn(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown> | null,
): string[] {
  return variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    const input = typeFromAST(schema, type);
    if (!isInputType(input) || !isInputObjectType(getNamedType(input))) return [];
    return defaultValue || (given && name in given) ? [] : [name];
  });
}
