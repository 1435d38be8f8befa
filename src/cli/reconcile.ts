import { parseArgs } from "node:util";
import type { Config } from "../config";
import { isDay } from "../database/calendar";
import { bucketOf, bucketsOf } from "../submission/reconciliation/book";
import type { KeyDifferences } from "../submission/reconciliation/compare-books";
import type { Comparison } from "../submission/reconciliation/reconcile";
import { askHub } from "./ask-hub";
import { localToken } from "./local-token";
import { readBooks, type InsurerBook } from "./reconcile-file";
import { say } from "./say";
import type { HubAddress } from "./submit-request";

const usage = `usage: hub reconcile FILE --day YYYY-MM-DD (--org CODE | --token TOKEN) [--url URL]
  FILE   the insurer's own records of that business day, NDJSON or CSV as for hub submit
  0: the books agree · 1: they differ, as said · 2: they could not be compared`;

const compare = `mutation ($input: ReconcileInput!) { reconcile(input: $input) {
  agrees recorded waiting sums { name stated recorded } differing { bucket stated recorded } } }`;
const compareBucket = `mutation ($input: ReconcileBucketInput!) {
  reconcileBucket(input: $input) { missingAtHub waitingAtHub missingAtInsurer different } }`;

/** `hub reconcile FILE`: compares an insurer's books of a day with the hub's. */
export async function run(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      day: { type: "string", default: "" },
      org: { type: "string" },
      token: { type: "string" },
      url: { type: "string", default: "http://127.0.0.1:4000/graphql" },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1 || !isDay(values.day) || !(values.org ?? values.token)) {
    say(usage);
    return 2;
  }
  try {
    const token = values.token ?? (await localToken(config, values.org ?? ""));
    return await reconcileFile({ url: values.url, token: () => token }, file, values.day);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** Compares the books of a file, says what differs, and answers the exit code. */
export async function reconcileFile(
  hub: HubAddress,
  file: string,
  day: string,
  tell: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<0 | 1> {
  let exitCode: 0 | 1 = 0;
  for (const book of await readBooks(file, day)) {
    const lines = await differencesOf(hub, book, day);
    if (lines.length > 0) exitCode = 1;
    const count = `${String(book.entries.length)} 条 records`;
    tell(`${lines.length > 0 ? "✗" : "✓"} ${book.type.name} ${day}: ${count}`);
    for (const line of lines) tell(`  ${line}`);
  }
  return exitCode;
}

async function differencesOf(
  hub: HubAddress,
  { type, entries, sums }: InsurerBook,
  day: string,
): Promise<string[]> {
  const asked = { recordType: type.name, day };
  const input = { ...asked, count: entries.length, sums, buckets: bucketsOf(entries) };
  const found = (await askHub(hub, compare, { input }))["reconcile"] as Comparison;
  if (found.agrees) return [];
  const lines = [
    `条数 count: ${String(entries.length)} ≠ ${String(found.recorded)}`,
    ...found.sums
      .filter((sum) => sum.stated !== sum.recorded)
      .map(({ name, stated, recorded }) => `${name}: ${String(stated)} ≠ ${String(recorded)}`),
  ];
  for (const { bucket } of found.differing) {
    const records = entries.filter(({ sourceKey }) => bucketOf(sourceKey) === bucket);
    const answer = await askHub(hub, compareBucket, { input: { ...asked, bucket, records } });
    lines.push(...linesOf(answer["reconcileBucket"] as BucketAnswer));
  }
  return lines;
}

type BucketAnswer = KeyDifferences & { readonly waitingAtHub: readonly string[] };

function linesOf({ missingAtHub, waitingAtHub, missingAtInsurer, different }: BucketAnswer) {
  const waits = new Set(waitingAtHub);
  return [
    ...missingAtHub.map((key) =>
      waits.has(key)
        ? `平台等待中 waits at the hub: ${key}`
        : `平台缺少 missing at the hub: ${key}`,
    ),
    ...missingAtInsurer.map((key) => `文件缺少 missing in the file: ${key}`),
    ...different.map((key) => `内容不同 differs: ${key}`),
  ];
}
