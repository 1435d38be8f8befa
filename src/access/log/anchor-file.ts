import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

/** How far the log was at some moment. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

/** Where an installation keeps the anchors of one database: it may have served others before. */
export function anchorDirectory(hubDirectory: string, databaseUrl: string): string {
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const place = [hostname, port, pathname, searchParams.get("socketPath")].join(" ");
  const digest = createHash("sha256").update(place).digest("hex").slice(0, 12);
  return join(hubDirectory, "audit", `${pathname.slice(1)}-${digest}`);
}

const fileName = "anchor.json";

/**
 * Notes outside the database how far the log is, so that a database put back to an earlier state
 * is found out. Written whole, at most once a second and on stop.
 */
export class AnchorFile {
  private last: Anchor | null = null;
  private isWritten = true;
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  /** `holds` says whether the database holds an anchor; null when it no longer keeps that entry. */
  constructor(
    private readonly directory: string,
    private readonly holds: (anchor: Anchor) => Promise<boolean | null>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Takes note of the last durable entry. */
  note(anchor: Anchor): void {
    this.last = anchor;
    this.isWritten = false;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, writtenEveryMs).unref();
  }

  /** Writes what was noted last. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write()).catch(this.report);
    return this.writing;
  }

  private async write(): Promise<void> {
    const anchor = this.last;
    if (!anchor || this.isWritten) return;
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const path = join(this.directory, fileName);
    const known = await readAnchor(path);
    if (known && (await this.holds(known)) === false) {
      // Evidence: what it says was durable is no longer there. Later anchors do not replace it.
      await rename(path, join(this.directory, `anchor-${String(known.seq)}-lost.json`));
      this.report(new Error(`the access log no longer holds entry ${String(known.seq)}`));
    } else if (known && known.seq >= anchor.seq) {
      // Another hub of this installation is further.
      this.isWritten = true;
      return;
    }
    await writeWhole(path, `${JSON.stringify(anchor)}\n`);
    if (this.last === anchor) this.isWritten = true;
  }

  /** Writes and ends. */
  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.flush();
  }
}

const writtenEveryMs = 1_000;

/** Readers find the old content or the new, whatever happens meanwhile. */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${String(process.pid)}-${String(threadId)}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const directory = await open(dirname(path), "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** The anchor in a file; null when there is none, or none that can be read. */
export async function readAnchor(path: string): Promise<Anchor | null> {
  try {
    const { seq, hash } = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
    if (typeof hash !== "string" || !Number.isSafeInteger(seq)) return null;
    return { seq: Number(seq), hash };
  } catch {
    return null;
  }
}
