import type { IncomingMessage, ServerResponse } from "node:http";
import { HubError } from "../error/hub-error";
import { answerError, type ReportMistake } from "./answer-errors";

const securityHeaders = {
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
};

/** Sends one whole answer. */
export function respond(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    ...securityHeaders,
    ...headers,
    // The text itself is handed to Node: a copy of a large answer would only be garbage.
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

const graphqlResponse = "application/graphql-response+json";

/**
 * Sends an error that ended the request before GraphQL saw it, in the shape GraphQL uses and, where
 * that is accepted, under its media type: only then do clients read the body of a refusal.
 */
export function respondError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  report: ReportMistake,
): void {
  const formatted = answerError({ message: "" }, error, report);
  const status = error instanceof HubError ? error.status : 500;
  const headers: Record<string, string> = {};
  if (request.headers.accept?.includes(graphqlResponse))
    headers["content-type"] = `${graphqlResponse}; charset=utf-8`;
  if (status === 401) headers["www-authenticate"] = "Bearer";
  if (status === 405) headers["allow"] = String(formatted.extensions?.["allowed"]);
  if (status === 503 || status === 429) headers["retry-after"] = "1";
  // The rest of a refused body is not worth reading.
  if (status === 413) headers["connection"] = "close";
  respond(response, status, JSON.stringify({ errors: [formatted] }), headers);
}
