import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * The content of a secret file, made on first use, readable by its owner only. Any number of
 * processes may ask at the same time: a name can be linked once, all read what the winner wrote.
 */
export async function createOnce(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readSecret(path);
  if (known !== undefined) return known;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  try {
    await writeSecret(draft, await make());
    await link(draft, path).catch(ignoreExisting);
  } finally {
    await rm(draft, { force: true });
  }
  const written = await readSecret(path);
  if (written === undefined) throw new Error(`${path} disappeared while it was being created`);
  return written;
}

async function writeSecret(path: string, content: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readSecret(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      throw new Error(`${path} 可被其他用户读取 / can be read by other users: chmod 600 ${path}`);
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function ignoreExisting(error: unknown): void {
  if (!hasCode(error, "EEXIST")) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  // Not `instanceof Error`: jest gives each test file an Error class of its own.
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
