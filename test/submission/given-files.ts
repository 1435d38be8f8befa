import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { submitFile, type SubmitFileOptions } from "../../src/cli/submit-file";
import type { SubmissionSummary } from "../../src/cli/submit-summary";
import { identifier, sql, trusted } from "../../src/database/sql";
import { recordTypeNamed } from "../../src/submission/record-type";
import type { TestHub } from "../setup/hub";
import { givenSubmittingHub } from "./given-hub-submissions";

/** A hub, and files that are sent to it as INS-A unless a test says otherwise. */
export class TestFiles {
  constructor(
    readonly hub: TestHub,
    readonly directory: string,
  ) {}

  /** Writes a file of lines without an end of the last, or of bytes as they are. */
  given(name: string, content: readonly string[] | string | Buffer): string {
    const file = join(this.directory, name);
    const bytes = Array.isArray(content) ? content.join("\n") : (content as string | Buffer);
    writeFileSync(file, name.endsWith(".gz") ? gzipSync(bytes) : bytes);
    return file;
  }

  send(file: string, more: Partial<SubmitFileOptions> = {}): Promise<SubmissionSummary> {
    const token = (): Promise<string> => this.hub.token("INS-A");
    return submitFile({ file, url: `${this.hub.url}/graphql`, token, ...more });
  }

  /** Table → number of rows, of the tables that submissions are written to. */
  async rowCounts(): Promise<Readonly<Record<string, number>>> {
    const tables = await this.hub.database.read(
      trusted(`SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name NOT LIKE 'access\\_log%'`),
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const count = sql`SELECT COUNT(*) AS n FROM ${identifier(String(name))}`;
      counts[String(name)] = Number((await this.hub.database.read(count))[0]?.["n"]);
    }
    return counts;
  }

  async close(): Promise<void> {
    const { mistakes } = this.hub;
    await this.hub.close();
    rmSync(this.directory, { recursive: true });
    expect(mistakes).toEqual([]);
  }
}

/** Opens a hub with the insurers A and B, and a directory for files. */
export async function givenFiles(): Promise<TestFiles> {
  const directory = mkdtempSync(join(tmpdir(), "anzehub-file-"));
  return new TestFiles(await givenSubmittingHub(), directory);
}

/** An NDJSON line: the example of the type with what the test states. */
export function line(type: string, patch: object): string {
  return JSON.stringify({ type, ...recordTypeNamed(type).example, ...patch });
}

/** The acknowledgements of a file, by their lines. */
export function acknowledged(file: string): Record<string, unknown>[] {
  return readFileSync(`${file}.ack.ndjson`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .sort((a, b) => Number(a["line"]) - Number(b["line"]));
}
