import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FileUnreadable } from "./file-unreadable";

/** The content of a file, unzipped; `share` of it has been read, from 0 to 1. */
export interface FileText {
  readonly bytes: AsyncIterable<Buffer>;
  readonly share: () => number;
}

/** Opens a file; `.gz` is unzipped on the way. */
export async function openText(file: string): Promise<FileText> {
  const { size } = await stat(file);
  const source = createReadStream(file);
  const share = (): number => (size === 0 ? 1 : Math.min(1, source.bytesRead / size));
  if (!isZipped(file)) return { bytes: source, share };
  const text = createGunzip();
  source.on("error", (error) => text.destroy(error));
  return { bytes: source.pipe(text), share };
}

/**
 * SHA-256 of the content, for the submission keys: zipped or not, it is the same file. Reads the
 * file to its end, so that one that ends in the middle is refused before anything of it is sent.
 */
export async function contentDigest(file: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    const source = createReadStream(file);
    await (isZipped(file) ? pipeline(source, createGunzip(), hash) : pipeline(source, hash));
  } catch (error) {
    throw new FileUnreadable(file, error);
  }
  return hash.digest("hex");
}

function isZipped(file: string): boolean {
  return file.toLowerCase().endsWith(".gz");
}
