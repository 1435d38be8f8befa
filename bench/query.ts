import { isDeepStrictEqual } from "node:util";
import { createPool, type Pool } from "mysql2/promise";
import { say } from "../src/cli/say";
import { tokenFor } from "../src/cli/token";
import { connectionOptions } from "../src/database/database";
import { requestClock } from "../src/server/request-clock";
import { oneConnection } from "./ask";
import type { BenchData } from "./bench-data";
import { corpus } from "./corpus/corpus";
import type { Question, ReadRaw } from "./corpus/question";
import { startHubProcess } from "./hub-process";
import { measureInTurns } from "./measure";

/** Of what takes long fewer runs tell enough. */
const measuredMs = 8_000;
const [runsMin, runsMax] = [5, 40];
const clientCounts = [1, 16, 64];
const roundMs = 6_000;
const slower = 2;

/** A question with its body as it is sent, and a client of its caller. */
interface Asked {
  readonly question: Question;
  readonly body: Buffer;
  readonly token: string;
}

/**
 * The corpus beside hand-written SQL on the same database: equal answers first, then the time of
 * both in turns; then what many clients wait for answers, all questions mixed.
 */
export async function benchQuery({ databaseUrl, config }: BenchData): Promise<void> {
  const hub = await startHubProcess(databaseUrl, config.directory);
  const pool = createPool({ ...connectionOptions(databaseUrl), connectionLimit: 1 });
  const read: ReadRaw = (statement, values) => readRaw(pool, statement, values);
  try {
    const asked: Asked[] = [];
    for (const question of corpus) {
      const variables = (await question.variables?.(read)) ?? {};
      const body = Buffer.from(JSON.stringify({ query: question.query, variables }));
      const token = await tokenFor(config, databaseUrl, question.caller, new Date());
      const one = { question, body, token };
      await compare(hub.url, one, () =>
        question.byHand(read, requestClock(new Date()).today, variables),
      );
      asked.push(one);
    }
    const quick = asked.filter(({ question }) => !question.readsAllOf);
    for (const clients of clientCounts) {
      await throng(hub.url, quick, clients, "questions that an index serves");
      await throng(hub.url, asked, clients, "all questions");
    }
  } finally {
    await pool.end();
    await hub.stop();
  }
}

async function readRaw(
  pool: Pool,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const [rows] = await pool.query(statement, [...values]);
  return rows as Record<string, unknown>[];
}

async function compare(
  url: string,
  { question, body, token }: Asked,
  byHand: () => Promise<object>,
): Promise<void> {
  const client = oneConnection(url, token);
  try {
    // Through JSON, as both are sent.
    const expected = JSON.parse(JSON.stringify({ data: await byHand() })) as object;
    const answer = JSON.parse((await client.send(body)).toString()) as object;
    if (!isDeepStrictEqual(answer, expected))
      throw new Error(
        `${question.name}: the answers differ\n  hub ${JSON.stringify(answer).slice(0, 2_000)}\n` +
          `  SQL ${JSON.stringify(expected).slice(0, 2_000)}`,
      );
    const works = new Map<string, () => Promise<unknown>>([
      ["raw", async () => JSON.stringify({ data: await byHand() })],
      ["hub", () => client.send(body)],
    ]);
    const startedMs = performance.now();
    for (const work of works.values()) await work();
    const wanted = Math.ceil(measuredMs / (performance.now() - startedMs));
    const runs = Math.min(Math.max(wanted, runsMin), runsMax);
    const measured = await measureInTurns(works, runs, Math.ceil(runs / runsMin));
    const [raw, hub] = [measured.get("raw"), measured.get("hub")];
    if (!raw || !hub) throw new Error("nothing was measured");
    const ratio = hub.medianMs / raw.medianMs;
    const ms = (n: number): string => `${n.toFixed(2)} ms`;
    say(
      `${question.name} (${question.caller})\n  equal answers of ` +
        `${String(JSON.stringify(answer).length)} characters; SQL ${ms(raw.medianMs)}, ` +
        `hub ${ms(hub.medianMs)} (p95 ${ms(hub.p95Ms)}): ratio ${ratio.toFixed(2)}, ` +
        `difference ${ms(hub.medianMs - raw.medianMs)}${ratio > slower ? "  > 2" : ""}`,
    );
  } finally {
    client.close();
  }
}

/** Clients of all the corpus's organisations, each asking its own questions one after another. */
async function throng(
  url: string,
  asked: readonly Asked[],
  count: number,
  what: string,
): Promise<void> {
  const times: number[] = [];
  let refused = 0;
  const clients = Array.from({ length: count }, (_, n) => {
    const first = asked[n % asked.length];
    const own = asked.filter(({ token }) => token === first?.token);
    return { client: oneConnection(url, first?.token ?? ""), own: count === 1 ? asked : own };
  });
  const everyone = new Map(asked.map(({ token }) => [token, oneConnection(url, token)]));
  const startedMs = performance.now();
  try {
    await Promise.all(
      clients.map(async ({ client, own }, n) => {
        for (let turn = n; performance.now() - startedMs < roundMs; turn++) {
          const next = own[turn % own.length];
          if (!next) return;
          const askedMs = performance.now();
          const by = count === 1 ? everyone.get(next.token) : client;
          // Too slow or too many at once is an answer, too: told, and not counted as one.
          const sent = by?.send(next.body).then(
            () => times.push(performance.now() - askedMs),
            () => refused++,
          );
          await sent;
        }
      }),
    );
  } finally {
    for (const { client } of clients) client.close();
    for (const client of everyone.values()) client.close();
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(1);
  say(
    `${what}, ${String(count)} clients: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ` +
      `${((times.length * 1_000) / (performance.now() - startedMs)).toFixed(1)} answers/s, ` +
      `${String(refused)} refused`,
  );
}
