import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrivateMariadbError } from "./private-mariadb-error";

/** 107 on Linux, 103 on macOS; one byte more and the server does not start. */
export const SOCKET_PATH_BYTES_MAX = 103;
const NAME_LENGTH = 16;

/**
 * Where the server listens: in its own directory, or in a short one in the temporary directory
 * when the path would be too long. Whoever reaches the socket is root of the database, so the
 * directory must be ours and closed to others.
 */
export function mariadbSocket(directory: string): string {
  const near = join(directory, "server.sock");
  if (Buffer.byteLength(near) <= SOCKET_PATH_BYTES_MAX) return near;
  const user = process.getuid?.() ?? 0;
  const name = createHash("sha256").update(`${user} ${directory}`).digest("hex");
  const base = tmpdir().length + NAME_LENGTH + 16 > SOCKET_PATH_BYTES_MAX ? "/tmp" : tmpdir();
  const short = join(base, `hub-${name.slice(0, NAME_LENGTH)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const stat = lstatSync(short);
  if (!stat.isDirectory() || stat.uid !== user || (stat.mode & 0o077) !== 0) throw notOurs(short);
  return join(short, "server.sock");
}

function notOurs(path: string): PrivateMariadbError {
  return new PrivateMariadbError(
    `目录 ${path} 不属于当前用户或对他人开放;请删除它,或把项目放在更短的路径下。`,
    `The directory ${path} is not ours alone; delete it, or move the project to a shorter path.`,
  );
}
