import { createPool, type Pool } from "mysql2/promise";
import { connectionOptions } from "../src/database/database";
import { tokenFor } from "../src/cli/token";
import { oneConnection } from "./ask";
import type { BenchData } from "./bench-data";
import { startHubProcess } from "./hub-process";
import { measure, type Measured } from "./measure";

/* Reads: the hub over HTTP, with permissions on, beside hand-written SQL and JSON.stringify. */

const columns = `id, policy_no policyNo, signed_on signedOn, start_date startDate,
  end_date endDate, sum_insured_per_person_fen sumInsuredPerPersonFen,
  limit_per_accident_fen limitPerAccidentFen, limit_aggregate_fen limitAggregateFen,
  insured_count insuredCount, written_premium_fen writtenPremiumFen,
  base_premium_fen basePremiumFen, rate_factor rateFactor, commission_fen commissionFen,
  agreed_frequency agreedFrequency, cancelled_on cancelledOn`;
/** Fifteen values of a policy, prices among them. */
export const fields = `id policyNo signedOn startDate endDate sumInsuredPerPersonFen limitPerAccidentFen
  limitAggregateFen insuredCount writtenPremiumFen basePremiumFen rateFactor commissionFen
  agreedFrequency cancelledOn`;
const page = `FROM policy WHERE voided = 0 AND region_code LIKE '34%' ORDER BY start_date DESC, id DESC LIMIT 1000`;

type Row = Record<string, unknown>;

async function rows(pool: Pool, statement: string, values: unknown[] = []): Promise<Row[]> {
  const [found] = await pool.query(statement, values);
  return found as Row[];
}

async function rawNested(pool: Pool): Promise<string> {
  const policies = await rows(pool, `SELECT ${columns}, enterprise_id, insurer_id ${page}`);
  const keys = (name: string): unknown[] => [...new Set(policies.map((row) => row[name]))];
  const enterprises = await rows(
    pool,
    "SELECT id, name, uscc, region_code regionCode FROM enterprise WHERE id IN (?)",
    [keys("enterprise_id")],
  );
  const insurers = await rows(
    pool,
    "SELECT id, name, org_code orgCode FROM insurer WHERE id IN (?)",
    [keys("insurer_id")],
  );
  const byId = new Map([...enterprises, ...insurers].map((row) => [row["id"], row]));
  for (const row of policies) {
    row["enterprise"] = byId.get(row["enterprise_id"]);
    row["insurer"] = byId.get(row["insurer_id"]);
    delete row["enterprise_id"];
    delete row["insurer_id"];
  }
  return JSON.stringify({ data: { policies: { nodes: policies } } });
}

/** Measures the three reads of the specification and prints each beside its peer. */
export async function benchRead({ databaseUrl, config }: BenchData): Promise<void> {
  const started = await startHubProcess(databaseUrl, config.directory);
  const token = await tokenFor(config, databaseUrl, "DEMO-FI-34", new Date());
  const pool = createPool({ ...connectionOptions(databaseUrl), connectionLimit: 1 });
  const hub = oneConnection(started.url, token);
  const [one] = await rows(pool, `SELECT id ${page.replace("1000", "1")}`);
  const id = String(one?.["id"]);
  const nested = `enterprise { id name uscc regionCode } insurer { id name orgCode }`;
  try {
    report(
      "(a) 1,000 policies × 15 fields",
      await measure(async () =>
        JSON.stringify({
          data: { policies: { nodes: await rows(pool, `SELECT ${columns} ${page}`) } },
        }),
      ),
      await measure(() => hub.ask(`{ policies(first: 1000) { nodes { ${fields} } } }`)),
      "aim ≤ 2 × raw",
    );
    report(
      "(b) the same with enterprise and insurer",
      await measure(() => rawNested(pool)),
      await measure(() => hub.ask(`{ policies(first: 1000) { nodes { ${fields} ${nested} } } }`)),
      "aim ≤ 2.5 × raw",
    );
    report(
      "(c) one policy by id",
      await measure(async () =>
        JSON.stringify(await rows(pool, `SELECT ${columns} FROM policy WHERE id = ?`, [id])),
      ),
      await measure(() => hub.ask(`{ policy(id: "${id}") { ${fields} } }`)),
      "aim ≤ 3 ms above raw",
    );
  } finally {
    hub.close();
    await pool.end();
    await started.stop();
  }
}

function report(what: string, raw: Measured, hub: Measured, aim: string): void {
  const ms = ({ medianMs, p95Ms }: Measured): string =>
    `${medianMs.toFixed(2)} ms (p95 ${p95Ms.toFixed(2)})`;
  process.stdout.write(
    `${what}\n  raw mysql2 + JSON.stringify  ${ms(raw)}\n  hub over HTTP                ${ms(hub)}\n` +
      `  ratio ${(hub.medianMs / raw.medianMs).toFixed(2)}, ` +
      `difference ${(hub.medianMs - raw.medianMs).toFixed(2)} ms; ${aim}; ${String(hub.runs)} runs\n`,
  );
}
