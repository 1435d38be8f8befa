import { ChainKey } from "../../src/access/log/chain-key";
import type { LogFault } from "../../src/access/log/log-fault";
import { openSnapshot } from "../../src/access/log/log-snapshot";
import { verifyLog, type LogReport, type OutsideNote } from "../../src/access/log/verify-log";
import { trusted } from "../../src/database/sql";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { givenEnterprise, givenInsurer, givenPolicy } from "../setup/policies";
import { givenOrganisation, type Answer, type TestHub } from "../setup/hub";

/** A stored entry, columns by their names in the database. */
export type StoredEntry = Record<string, string | number | null>;

/** Two insurers and two enterprises that are organisations, and three policies. */
export interface LoggedWorld {
  insurers: readonly [string, string];
  enterprises: readonly [string, string];
  /** Of insurer 0 × enterprise 0, insurer 0 × enterprise 1, insurer 1 × enterprise 1. */
  policies: readonly [string, string, string];
}

/** Reads data of level 3 of every policy. */
export const premiums =
  "{ policies { nodes { writtenPremiumFen enterprise { id name } insurer { id } } } }";
/** Reads data of level 2 of every policy. */
export const periods = "{ policies { nodes { startDate } } }";

/** Stores the world; organisations: FI (financial), EM (emergency), AU, AS, IN-0, IN-1, EN-0, EN-1. */
export async function givenLoggedWorld({ database }: TestHub): Promise<LoggedWorld> {
  const insurers = [
    await givenInsurer(database, "IA"),
    await givenInsurer(database, "IB"),
  ] as const;
  const enterprises = [
    await givenEnterprise(database, "913400000000000001"),
    await givenEnterprise(database, "913400000000000002"),
  ] as const;
  const policy = (insurer: 0 | 1, enterprise: 0 | 1, key: string): Promise<string> =>
    givenPolicy(database, {
      insurerId: insurers[insurer],
      enterpriseId: enterprises[enterprise],
      key,
    });
  const policies = [
    await policy(0, 0, "p0"),
    await policy(0, 1, "p1"),
    await policy(1, 1, "p2"),
  ] as const;
  await givenOrganisation(database, "FI", "FINANCIAL");
  await givenOrganisation(database, "EM", "EMERGENCY");
  await givenOrganisation(database, "AU", "AUDITOR");
  await givenOrganisation(database, "AS", "ASSOCIATION");
  for (const i of [0, 1] as const) {
    await givenOrganisation(database, `IN-${String(i)}`, "INSURER", { insurer_id: insurers[i] });
    const enterprise = { enterprise_id: enterprises[i] };
    await givenOrganisation(database, `EN-${String(i)}`, "ENTERPRISE", enterprise);
  }
  return { insurers, enterprises, policies };
}

/** Sends a body as it is, with more headers. */
export async function send(
  hub: TestHub,
  code: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await hub.token(code)}`,
      ...headers,
    },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Answer["body"] };
}

/** Asks, saying what for. */
export function askFor(
  hub: TestHub,
  code: string,
  query: string,
  purpose: string,
): Promise<Answer> {
  const headers = { "hub-purpose": encodeURIComponent(purpose) };
  return send(hub, code, JSON.stringify({ query }), headers);
}

/** All entries, in the order of the chain. */
export async function storedEntries({ database }: TestHub): Promise<StoredEntry[]> {
  const rows = await database.read(trusted("SELECT * FROM access_log_entry ORDER BY seq"));
  return rows as StoredEntry[];
}

/** The entries once there are so many: nobody waits for those of level ≤ 2. */
export async function entriesOnce(hub: TestHub, count: number): Promise<StoredEntry[]> {
  const until = performance.now() + 5_000;
  for (;;) {
    const entries = await storedEntries(hub);
    if (entries.length >= count) return entries;
    if (performance.now() > until)
      throw new Error(`${String(entries.length)} entries, not ${String(count)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The entry of an operation that was asked with this purpose. */
export async function entryFor(hub: TestHub, purpose: string): Promise<StoredEntry> {
  const until = performance.now() + 5_000;
  for (;;) {
    const entry = (await storedEntries(hub)).find((stored) => stored["purpose"] === purpose);
    if (entry) return entry;
    if (performance.now() > until) throw new Error(`no entry for ${purpose}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Verifies the log as `hub audit verify` does. */
export async function verified(
  hub: TestHub,
  notes: readonly OutsideNote[] = [],
  formerSecrets: readonly string[] = [],
): Promise<LogReport> {
  const secrets = [await openGatewayKey(hub.config), ...formerSecrets];
  const keys = secrets.map((secret) => new ChainKey(secret));
  const { read, close } = await openSnapshot(hub.databaseUrl);
  try {
    return await verifyLog({ read, keys, notes, progress: () => undefined });
  } finally {
    await close();
  }
}

/** What is wrong with the log. */
export async function faultsOf(
  hub: TestHub,
  notes: readonly OutsideNote[] = [],
): Promise<readonly LogFault[]> {
  return (await verified(hub, notes)).faults;
}

/** Changes the database behind the hub's back. */
export async function tamper(hub: TestHub, ...statements: readonly string[]): Promise<void> {
  await hub.database.transaction(async (transaction) => {
    for (const statement of statements) await transaction.execute(trusted(statement));
  });
}
