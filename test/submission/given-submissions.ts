import { baseRights } from "../../src/access/rights";
import type { Caller } from "../../src/access/caller";
import { Database } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { migrate } from "../../src/database/migrate";
import { identifier, sql, trusted } from "../../src/database/sql";
import { storedEntities } from "../../src/domain/stored-entities";
import type { RequestClock } from "../../src/query/select";
import { Acceptance } from "../../src/submission/acceptance";
import type { RecordJson } from "../../src/submission/fields/record-input";
import { RecordAction } from "../../src/submission/record-action";
import { recordTypeNamed } from "../../src/submission/record-type";
import { IdentityKey } from "../../src/submission/identity-digests";
import { submit } from "../../src/submission/submit";
import type { SubmissionInput } from "../../src/submission/submission-input";
import { SubmissionMode } from "../../src/submission/submission-mode";
import type { Plain } from "../../src/submission/plain";
import type { SubmissionReceipt, SubmitAnswer } from "../../src/submission/submit-result";
import { givenReceiptSigner } from "../setup/receipt-signer";
import { givenDatabase } from "../setup/database";
import { givenEnterprise, givenInsurer, givenRegion } from "../setup/policies";

/** As a hub makes them from its secret. */
export const identityDigests = new IdentityKey("a secret of tests");

/** Noon of Wednesday 15 July 2026 in Shanghai. */
export const clock: RequestClock = { now: "2026-07-15 04:00:00.000000", today: "2026-07-15" };

/** What a test states of a record; the rest is as in the example of its type. */
export type RecordPatch = Partial<RecordJson> & { sourceKey: string };

/** A database of its own, two insurers A and B, one enterprise, and the way to submit. */
export class TestRegister {
  private keys = 0;
  /** Callers that are no insurers, by their code. */
  readonly callers = new Map<string, Caller>();

  constructor(
    readonly database: Database,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  caller(insurer: string): Caller {
    const other = this.callers.get(insurer);
    return (
      other ?? {
        organisationId: entityId("org", insurer),
        organisationCode: insurer,
        organisationName: insurer,
        type: "INSURER",
        regionPrefix: "34",
        sectors: "ALL",
        insurerId: entityId("ins", insurer),
        serviceAgencyId: null,
        enterpriseId: null,
        registeredOnly: false,
        rights: baseRights("INSURER"),
      }
    );
  }

  /** Submits under a new key unless one is given, with the totals of what is sent. */
  async submit(
    type: string,
    records: readonly RecordPatch[],
    more: Partial<SubmissionInput> & {
      by?: string;
      database?: Database;
      at?: RequestClock;
    } = {},
  ): Promise<SubmitAnswer> {
    const { by = "A", database = this.database, at = clock, ...input } = more;
    const recordType = recordTypeNamed(type);
    const full = records.map((patch) => recordOf(type, patch));
    const sums = recordType.sums.map((name) => ({ name, amountFen: sumOf(full, name) }));
    this.keys += 1;
    return submit(
      recordType,
      {
        submissionKey: `key ${String(this.keys)}`,
        mode: SubmissionMode.LIVE,
        acceptance: Acceptance.PER_RECORD,
        declared: { count: full.length, sums },
        records: full,
        ...input,
      },
      {
        ...{ caller: this.caller(by), clock: at, database, identityDigests },
        signer: await givenReceiptSigner(),
      },
    );
  }

  /** As {@link submit}; anything but a receipt fails the test. */
  async receipt(...args: Parameters<TestRegister["submit"]>): Promise<Plain<SubmissionReceipt>> {
    const answer = await this.submit(...args);
    if (answer.__typename === "SubmissionReceipt") return answer;
    throw new Error(JSON.stringify(answer, null, 1));
  }

  /** Everything in these columns of a table, in their order. */
  rows(table: string, columns: string): Promise<Record<string, unknown>[]> {
    return this.database.read(
      sql`SELECT ${trusted(columns)} FROM ${trusted(table)} ORDER BY ${trusted(columns)}`,
    );
  }

  /** Table → number of rows, of all tables. */
  async rowCounts(): Promise<Record<string, number>> {
    const tables = await this.database.read(
      sql`SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = DATABASE()`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await this.database.read(
        sql`SELECT COUNT(*) AS n FROM ${identifier(String(name))}`,
      );
      counts[String(name)] = Number(row?.["n"]);
    }
    return counts;
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.drop();
  }
}

/** Opens a register with insurers A and B; `enterprises` are registered before anything arrives. */
export async function givenRegister(enterprises: readonly string[]): Promise<TestRegister> {
  const { url, drop } = await givenDatabase();
  await migrate(url, storedEntities);
  const database = new Database(url);
  await givenInsurer(database, "A");
  await givenInsurer(database, "B");
  for (const uscc of enterprises) await givenEnterprise(database, uscc);
  for (const code of ["34", "3401", "340104"]) await givenRegion(database, code);
  return new TestRegister(database, url, drop);
}

/** The example of a type with another key and what the test states; VOID states no content. */
export function recordOf(type: string, patch: RecordPatch): RecordJson {
  const silent = patch.action === RecordAction.VOID || patch.action === RecordAction.REINSTATE;
  const example = silent ? {} : recordTypeNamed(type).example;
  return { action: RecordAction.NEW, ...example, ...patch };
}

function sumOf(records: readonly RecordJson[], name: string): string {
  const amounts = records.map((record) => BigInt((record[name] as string | undefined) ?? 0));
  return String(amounts.reduce((sum, amount) => sum + amount, 0n));
}
