import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { anchorDirectory, readAnchor } from "../access/log/anchor-file";
import type { ChainKey } from "../access/log/chain-key";
import { faultWords } from "../access/log/log-fault";
import { openSnapshot } from "../access/log/log-snapshot";
import { verifyLog, type LogReport, type OutsideNote } from "../access/log/verify-log";
import type { Config } from "../config";
import { say } from "./say";

/** Progress is told at most so often. */
const progressEveryMs = 2_000;

/** Verifies all of the log as it is at this moment; 1 when anything is not as the hub wrote it. */
export async function verifyAccessLog(
  databaseUrl: string,
  keys: readonly ChainKey[],
  config: Config,
  expected: readonly string[],
): Promise<number> {
  const notes = [
    ...expected.map(noteOf),
    ...(await anchorsIn(anchorDirectory(config.directory, databaseUrl))),
  ];
  if (!notes.length)
    say("没有库外锚点，无法发现整库回退 No note outside the database: a rollback would not show");
  const snapshot = await openSnapshot(databaseUrl);
  try {
    const report = await verifyLog({
      read: (statement) => snapshot.read(statement),
      keys,
      notes,
      progress: progress(),
    });
    print(report);
    return report.faults.length ? 1 : 0;
  } finally {
    await snapshot.close();
  }
}

function noteOf(text: string): OutsideNote {
  const [, seq, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? [];
  if (!seq || !hash) throw new Error("--expect SEQ:HASH, as a former verification printed it");
  return { seq: Number(seq), hash, place: `--expect ${seq}` };
}

/** The last anchor, and those that were found broken before. */
async function anchorsIn(directory: string): Promise<OutsideNote[]> {
  const files = existsSync(directory) ? readdirSync(directory) : [];
  const notes: OutsideNote[] = [];
  for (const place of files.filter((file) => file.endsWith(".json")).sort()) {
    const anchor = await readAnchor(join(directory, place));
    if (anchor) notes.push({ ...anchor, place });
    else say(`${place}: 无法读取 cannot be read`);
  }
  return notes;
}

function progress(): (done: number, of: number) => void {
  let toldAt = performance.now();
  return (done, of) => {
    if (performance.now() - toldAt < progressEveryMs) return;
    toldAt = performance.now();
    say(`已验证 ${String(done)} / ${String(of)} 条 entries verified`);
  };
}

function print({ ends, entries, subjectSets, faults }: LogReport): void {
  const lines = [
    ...faults.map(faultWords),
    `已验证 ${String(entries)} 条日志，#${String(ends.firstSeq)} 至 #${String(ends.seq)}；` +
      `${String(subjectSets)} 个数据主体集合 entries and sets of subjects were verified`,
    faults.length
      ? `发现 ${String(faults.length)} 处异常 The log is not what the hub wrote: ${String(faults.length)} faults`
      : "日志完整，未被改动 The log is complete and unaltered",
    // For a notary outside: `--expect` compares with it later.
    `${String(ends.seq)}:${ends.hash}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
