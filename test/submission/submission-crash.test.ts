import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { migrate } from "../../src/database/migrate";
import { trusted } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { storedEntities } from "../../src/domain/stored-entities";
import { openLocalIssuer } from "../../src/server/authentication/local-issuer";
import { openReceiptSigner } from "../../src/server/receipts/receipt-key";
import { verifyFiles } from "../../src/cli/verify-text";
import { givenDatabase } from "../setup/database";
import { givenOrganisation } from "../setup/hub";
import { givenEnterprise, givenInsurer } from "../setup/policies";
import { recordOf } from "./given-submissions";

/* Hubs of their own processes on one database, killed without warning while they work. */

const root = join(__dirname, "..", "..");
// Repeats a run as far as the moments of killing decide it.
const seed = Number(process.env["FC_SEED"] ?? Date.now() % 100_000);
const submissionsCount = 24;
const recordsEach = 5;
const killsCount = 4;
const killAfterMaxMs = 400;
/** So that there is something to interrupt until the last. */
const paceMs = 60;

let databaseUrl: string;
let drop: () => Promise<void>;
let database: Database;
const directory = mkdtempSync(join(tmpdir(), "anzehub-crash-"));
const children = new Set<ChildProcess>();

beforeAll(async () => {
  ({ url: databaseUrl, drop } = await givenDatabase());
  await migrate(databaseUrl, storedEntities);
  database = new Database(databaseUrl);
  await givenInsurer(database, "A");
  await givenEnterprise(database, exampleUscc);
  await givenOrganisation(database, "INS-A", "INSURER", { insurer_id: entityId("ins", "A") });
}, 120_000);
afterAll(async () => {
  for (const child of children) await kill(child);
  await database.close();
  await drop();
  rmSync(directory, { recursive: true, force: true });
});

interface HubChild {
  readonly child: ChildProcess;
  readonly url: string;
}

/** `hub start` in a process of its own. */
async function startHubProcess(): Promise<HubChild> {
  const child = spawn(process.execPath, [join(root, "bin", "hub.js"), "start"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HUB_ENV: "test",
      HUB_DIR: directory,
      DATABASE_URL: databaseUrl,
      PORT: "0",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  children.add(child);
  for await (const line of createInterface({ input: child.stderr })) {
    const [, url] = /Serving (\S+)$/.exec(line) ?? [];
    if (!url) continue;
    child.stderr.resume();
    return { child, url };
  }
  throw new Error("the hub did not start");
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

const query = `mutation ($input: SubmitPoliciesInput!) { submitPolicies(input: $input) {
  ... on SubmissionReceipt { submissionId submitter submissionKey mode acceptance recordType
    fingerprint replayed receivedAt ruleSetVersion sent accepted unchanged pending rejected held
    kind issuedAt position previousDigest keyId digest signature
    findings { ruleId severity path zh en legalBasis }
    outcomes { index sourceKey recordId status version waitsForId waitsUntil
      findings { ruleId severity path zh en legalBasis } } } } }`;

function inputOf(n: number): object {
  const records = Array.from({ length: recordsEach }, (_, r) =>
    recordOf("policy", { sourceKey: `s${String(n)} r${String(r)}` }),
  );
  const amountFen = String(5_000_000 * recordsEach);
  const declared = { count: recordsEach, sums: [{ name: "writtenPremiumFen", amountFen }] };
  return { submissionKey: `crash ${String(n)}`, declared, records };
}

/** Asks until there is an answer, at whichever hub is there by then. */
async function sendUntilAnswered(hub: () => HubChild, input: object): Promise<object> {
  const issuer = await openLocalIssuer(directory);
  for (;;) {
    const token = await issuer.issue({
      ...{ clientId: "ins-a", audience: "urn:anzehub", lifetimeSeconds: 600, now: new Date() },
    });
    try {
      const response = await fetch(hub().url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const text = await response.text();
      const body = JSON.parse(text) as { data?: { submitPolicies?: object | null } };
      if (body.data?.submitPolicies) return body.data.submitPolicies;
      if (response.status < 500) throw new Refused(text);
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await sleep(50);
  }
}

class Refused extends Error {}

/** The same moments for the same seed. */
function moments(count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * killAfterMaxMs);
  });
}

async function expectOneEffect(receipts: readonly object[]): Promise<void> {
  const records = submissionsCount * recordsEach;
  const count = async (text: string): Promise<number> =>
    Number((await database.read(trusted(text)))[0]?.["n"]);
  expect(await count("SELECT COUNT(*) AS n FROM policy")).toBe(records);
  expect(await count("SELECT COUNT(*) AS n FROM record_version")).toBe(records);
  expect(await count("SELECT COUNT(*) AS n FROM submission")).toBe(submissionsCount);
  const { jwks } = await openReceiptSigner({
    ...{ environment: "test", directory, receiptKey: undefined },
  });
  const bytes = Buffer.from(receipts.map((receipt) => JSON.stringify(receipt)).join("\n"));
  const files = [{ name: "receipts", bytes }];
  const { faults } = await verifyFiles(files, jwks(), { after: null, end: null });
  expect(faults).toEqual([]);
}

test(`submissions to two hubs that are killed at random have one effect (FC_SEED=${String(seed)})`, async () => {
  const hubs = await Promise.all([startHubProcess(), startHubProcess()]);
  let turn = 0;
  const anyHub = (): HubChild => {
    turn += 1;
    return hubs[turn % hubs.length] ?? hubs[0];
  };

  const answers = Promise.all(
    Array.from({ length: submissionsCount }, async (_, n) => {
      await sleep(n * paceMs);
      // Sent twice at once, to both of them.
      const [one, other] = await Promise.all([
        sendUntilAnswered(anyHub, inputOf(n)),
        sendUntilAnswered(anyHub, inputOf(n)),
      ]);
      expect({ ...one, replayed: null }).toEqual({ ...other, replayed: null });
      return one;
    }),
  );
  for (const [k, after] of moments(killsCount).entries()) {
    await sleep(after);
    const place = k % hubs.length;
    const { child } = hubs[place] ?? hubs[0];
    await kill(child);
    hubs[place] = await startHubProcess();
  }

  await expectOneEffect(await answers);
}, 300_000);
