import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { HubError } from "../error/hub-error";
import { withoutSuggestion } from "../error/without-suggestion";

/** Told of our own mistakes, with the number the caller was given. */
export type ReportMistake = (errorId: string, error: unknown) => void;

/**
 * What a caller sees of an error: a code of the closed list, its texts and its place. Whatever is
 * not a coded error is our mistake: it is reported under a number, and the caller gets the number.
 */
export function answerError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportMistake,
): GraphQLFormattedError {
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  const coded = hubErrorIn(error) ?? apolloError(formatted);
  if (coded) {
    // The caller can only wait; operators have to know.
    if (coded.code === "SUBGRAPH_UNAVAILABLE") report("subgraph", error);
    const { message, extensions } = coded;
    const input = inputPlace(formatted.message);
    return { message, ...place, extensions: { ...extensions, ...input } };
  }
  const errorId = randomUUID();
  report(errorId, error);
  const own = new HubError("INTERNAL", { errorId });
  return { message: own.message, ...place, extensions: own.extensions };
}

/** The coded error at the bottom of a chain of wrappers. */
function hubErrorIn(error: unknown): HubError | null {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current; depth++) {
    if (current instanceof HubError) return current;
    current = current instanceof GraphQLError ? current.originalError : null;
  }
  return null;
}

/** Errors of the GraphQL layer itself: they name the caller's own document, nothing of ours. */
function apolloError(formatted: GraphQLFormattedError): HubError | null {
  const reason = withoutSuggestion(formatted.message);
  switch (formatted.extensions?.["code"]) {
    case "GRAPHQL_PARSE_FAILED":
      return new HubError("GRAPHQL_PARSE_FAILED", { reason });
    case "GRAPHQL_VALIDATION_FAILED":
      return new HubError("GRAPHQL_VALIDATION_FAILED", { reason });
    case "OPERATION_RESOLUTION_FAILURE":
      return new HubError("OPERATION_NOT_FOUND");
    case "BAD_USER_INPUT":
    case "BAD_REQUEST":
      return new HubError("BAD_USER_INPUT", { reason });
    default:
      return reason.startsWith('Variable "$') ? new HubError("BAD_USER_INPUT", { reason }) : null;
  }
}

/** `input.records[3].signedOn` of a value that was refused, so that the line can be found. */
function inputPlace(message: string): { at?: string } {
  const at = / at "([^"]{1,200})"/.exec(message)?.[1];
  return at ? { at } : {};
}
