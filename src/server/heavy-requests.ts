import { Agent, request as send, type IncomingMessage } from "node:http";
import { pipeline } from "node:stream";
import { HubError } from "../error/hub-error";
import type { Handler } from "./http-server";
import { bodyBytesMax } from "./read-body";

/** No document is as large (document-limits.ts): what is, brings records. */
const heavyBytesMin = 128 * 1024;
/** As many as work at once there; more wait here. */
const connectionsMax = 32;
const idleMsMax = 60_000;
/** Headers that speak of one connection, not of the message. */
const ofConnection = new Set(["connection", "keep-alive", "transfer-encoding", "expect"]);

/** Where large bodies are worked on. */
export interface Elsewhere {
  /** Null: nowhere else. */
  url(): string | null;
  /** Tells it that somebody asks here, for whom it should leave room. */
  asked(): void;
}

/**
 * Hands requests with large bodies, as they are, to another hub on this machine: reading a thousand
 * records takes a tenth of a second, for which nobody's query should wait. Answers what it answers.
 */
export function handOverHeavy(handler: Handler, elsewhere: Elsewhere): Handler {
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsMax });
  return (request, response) => {
    const url = isHeavy(request) ? elsewhere.url() : null;
    if (url === null) {
      elsewhere.asked();
      return handler(request, response);
    }
    return new Promise((resolve, reject) => {
      const lost = (): void => {
        // The rest is read, or the connection could not be used again.
        request.unpipe().resume();
        // Whatever became of it there: who asks again under the same key gets its receipt.
        reject(new HubError("OVERLOADED"));
      };
      const { method, headers } = request;
      const sent = send(`${url}${request.url ?? "/"}`, {
        agent,
        method,
        headers: passedOn(headers),
        timeout: idleMsMax,
      });
      sent.once("error", lost);
      sent.once("timeout", () => sent.destroy(new Error("no answer")));
      sent.once("response", (answer) => {
        response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
        pipeline(answer, response, (error) => {
          if (error) lost();
          else resolve();
        });
      });
      request.once("error", (error) => sent.destroy(error));
      request.pipe(sent);
    });
  };
}

/** One that is too large, or does not say how large it is, is as well refused or read here. */
function isHeavy({ headers }: IncomingMessage): boolean {
  const length = Number(headers["content-length"] ?? 0);
  return length >= heavyBytesMin && length <= bodyBytesMax;
}

function passedOn(headers: IncomingMessage["headers"]): IncomingMessage["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}
