import type { IncomingMessage } from "node:http";
import { HubError } from "../error/hub-error";
import { checkNumbers } from "./plain-numbers";

/** Room for 1,000 records of 8 KB. */
export const bodyBytesMax = 8 * 1024 * 1024;

/** Levels of objects and lists in a body: more than any input type has. */
const jsonDepthMax = 64;

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

/**
 * The JSON of a body; text that is not UTF-8 is not JSON. Bounded in depth, as filters hold filters
 * and whoever reads a value goes down with it. Numbers mean what they look like.
 */
export function readJson(body: Buffer): unknown {
  let text: string;
  let json: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    json = JSON.parse(text) as unknown;
  } catch {
    throw new HubError("BAD_REQUEST_JSON");
  }
  checkNumbers(text);
  if (isDeeper(json, jsonDepthMax))
    throw new HubError("DOCUMENT_TOO_DEEP", { limit: jsonDepthMax });
  return json;
}

function isDeeper(json: unknown, limit: number): boolean {
  let level = isObject(json) ? [json] : [];
  for (let depth = 0; depth < limit && level.length > 0; depth++)
    level = level.flatMap((part) => Object.values(part).filter(isObject));
  return level.length > 0;
}

function isObject(part: unknown): part is Record<string, unknown> {
  return typeof part === "object" && part !== null;
}

function tooLarge(): HubError {
  return new HubError("BODY_TOO_LARGE", { limit: bodyBytesMax });
}
