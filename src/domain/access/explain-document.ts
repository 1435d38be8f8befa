import {
  GraphQLError,
  getOperationAST,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { HubError } from "../../error/hub-error";
import { withoutSuggestion } from "../../error/without-suggestion";
import { checkDocument, documentLimits } from "../../graph/document-limits";
import { DocumentValidation } from "../../graph/document-validation";
import { readVariables } from "../../graph/read-variables";
import type { Plain } from "../supervision/plain";
import type { DocumentFault } from "./explanation";

/** A document to explain, as it was given. */
export interface AskedDocument {
  readonly document: string;
  readonly operationName: string | null;
  /** The values of its variables; null: not given. */
  readonly variables: Record<string, unknown> | null;
}

/** An operation that may be decided about, or what stands in the way. */
export type ReadDocument =
  | { readonly faults: readonly Plain<DocumentFault>[] }
  | { readonly document: DocumentNode; readonly operation: OperationDefinitionNode };

const validation = new DocumentValidation();

/**
 * Reads a document as the endpoint reads one that is sent: the same bounds, the same schema of what
 * the caller may know of, the same errors at the same places. So what is hidden does not exist here
 * either.
 */
export function readDocument(asked: AskedDocument, known: GraphQLSchema): ReadDocument {
  try {
    const document = parsed(asked.document);
    const invalid = validation.errors(known, document);
    if (invalid.length) return { faults: invalid.map(faultOf) };
    const operation = getOperationAST(document, asked.operationName);
    if (!operation) throw new HubError("OPERATION_NOT_FOUND");
    const misfits = asked.variables ? misfitsOf(known, operation, asked.variables) : [];
    return misfits.length ? { faults: misfits.map(faultOf) } : { document, operation };
  } catch (error) {
    if (error instanceof GraphQLError) return { faults: [faultOf(error)] };
    throw error;
  }
}

function parsed(text: string): DocumentNode {
  const { charactersMax, tokensMax } = documentLimits;
  if (text.length > charactersMax)
    throw new HubError("DOCUMENT_TOO_LARGE", { limit: charactersMax });
  const document = parsedWithPlaces(text, tokensMax);
  checkDocument(document);
  return document;
}

function parsedWithPlaces(text: string, maxLexicalTokens: number): DocumentNode {
  try {
    return parse(text, { maxLexicalTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const reason = withoutSuggestion(error.message);
    throw placed(error, new HubError("GRAPHQL_PARSE_FAILED", { reason }));
  }
}

function misfitsOf(
  known: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): GraphQLError[] {
  const { errors = [] } = readVariables(known, operation.variableDefinitions ?? [], variables);
  return errors.map((error) =>
    // A refused scalar says itself what is wrong with its value.
    error.originalError instanceof HubError
      ? placed(error, error.originalError)
      : placed(error, new HubError("BAD_USER_INPUT", { reason: withoutSuggestion(error.message) })),
  );
}

function placed(error: GraphQLError, originalError: HubError): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(error.message, { nodes, source, positions, originalError });
}

/** An error as the endpoint would answer it. */
export function faultOf(error: GraphQLError): Plain<DocumentFault> {
  const coded = error instanceof HubError ? error : error.originalError;
  if (!(coded instanceof HubError)) throw error;
  const { zh, en } = coded.extensions as { zh: string; en: string };
  const place = error.locations?.[0];
  return { code: coded.code, zh, en, line: place?.line ?? null, column: place?.column ?? null };
}
