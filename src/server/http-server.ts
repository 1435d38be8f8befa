import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HubError } from "../error/hub-error";
import type { ReportMistake } from "./answer-errors";
import { respondError } from "./respond";

const headersTimeoutMs = 10_000;
const requestTimeoutMs = 60_000;
const keepAliveTimeoutMs = 65_000;
const headersCountMax = 64;
const connectionsMax = 2_000;
/**
 * Requests in hand at once, those that wait for their organisation's turn included; more are told to
 * come back rather than queued for ever.
 */
const requestsMax = 1_024;
const shutdownGraceMs = 10_000;

/** Answers one request; throws a coded error to refuse it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface RunningServer {
  port: number;
  stop(): Promise<void>;
}

/** An HTTP server with bounds on everything a client decides: headers, time, connections. */
export async function openHttpServer(
  listen: { host: string; port: number },
  handlers: ReadonlyMap<string, Handler>,
  report: ReportMistake,
): Promise<RunningServer> {
  let working = 0;
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    working++;
    response.on("close", () => working--);
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const handler = handlers.get(path);
    const answered =
      working > requestsMax
        ? Promise.reject(new HubError("OVERLOADED"))
        : handler
          ? handler(request, response)
          : Promise.reject(new HubError("NOT_FOUND"));
    answered.catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else respondError(request, response, error, report);
    });
  });
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = keepAliveTimeoutMs;
  server.maxHeadersCount = headersCountMax;
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(listen.port, listen.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

/** Lets running requests finish, then ends what is left. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(() => {
      server.closeAllConnections();
    }, shutdownGraceMs);
    server.close(() => {
      clearTimeout(end);
      resolve();
    });
    server.closeIdleConnections();
  });
}
