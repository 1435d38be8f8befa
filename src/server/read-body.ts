import type { IncomingMessage } from "node:http";
import { HubError } from "../error/hub-error";

/** Room for 1,000 records of 8 KB. */
export const bodyBytesMax = 8 * 1024 * 1024;

/** The body of a request, bounded; compressed bodies are refused, as they can be bombs. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const type = request.headers["content-type"] ?? "";
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) || encoding !== "identity")
    throw new HubError("BAD_REQUEST_CONTENT_TYPE");
  if (Number(request.headers["content-length"] ?? 0) > bodyBytesMax) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyBytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The JSON of a body; text that is not UTF-8 is not JSON. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new HubError("BAD_REQUEST_JSON");
  }
}

function tooLarge(): HubError {
  return new HubError("BODY_TOO_LARGE", { limit: bodyBytesMax });
}
