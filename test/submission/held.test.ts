import { baseRights } from "../../src/access/rights";
import type { Caller } from "../../src/access/caller";
import type { OrganisationType } from "../../src/access/organisation-type";
import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { decideHeld } from "../../src/submission/held/decide-held";
import type { Plain } from "../../src/submission/plain";
import { ReceiptKind } from "../../src/submission/receipts/receipt-kind";
import { RecordAction } from "../../src/submission/record-action";
import { SubmissionMode } from "../../src/submission/submission-mode";
import type { SubmissionReceipt } from "../../src/submission/submit-result";
import { verifyFiles } from "../../src/cli/verify-text";
import { givenInsurer } from "../setup/policies";
import { givenReceiptSigner } from "../setup/receipt-signer";
import { clock, givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

type Receipt = Plain<SubmissionReceipt>;

let register: TestRegister;
/** Each test has an insurer of its own. */
let by = "";
let insurers = 0;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});
beforeEach(async () => {
  insurers += 1;
  by = `H${String(insurers)}X`;
  await givenInsurer(register.database, by);
});
afterAll(() => register.close());

const submit = (
  records: readonly RecordPatch[],
  more: Parameters<TestRegister["receipt"]>[2] = {},
): Promise<Receipt> => register.receipt("policy", records, { by, ...more });

const { CORRECT, VOID } = RecordAction;
const reason = ChangeReason.DUPLICATE;
const keys = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${String(n)}`);
const voids = (list: readonly string[]): RecordPatch[] =>
  list.map((sourceKey) => ({ sourceKey, action: VOID, baseVersion: 1, reason }));
const policies = (list: readonly string[]): RecordPatch[] =>
  list.map((sourceKey) => ({ sourceKey }));

function officer(type: OrganisationType, regionPrefix = "34"): Caller {
  return {
    ...register.caller("officer"),
    type,
    regionPrefix,
    insurerId: null,
    rights: baseRights(type),
  };
}

/** Noon of the day after. */
const later = { now: "2026-07-16 04:00:00.000000", today: "2026-07-16" };

async function decide(
  decision: ReceiptKind.RELEASED | ReceiptKind.DISCARDED,
  submissionId: string,
  caller = officer("FINANCIAL"),
): Promise<Receipt | null> {
  const signer = await givenReceiptSigner();
  const { database } = register;
  const context = { caller, person: "李", clock: later, database, signer };
  return decideHeld(context, { submissionId, decision, note: "核实" });
}

/** This test's rows of a table. */
async function ownRows(table: string, columns: string, owner: string): Promise<object[]> {
  const rows = await register.rows(table, `${columns}, ${owner}`);
  return rows.filter((row) => row[owner] === entityId("ins", by));
}

async function voidedKeys(): Promise<number> {
  const rows = await ownRows("policy", "voided", "insurer_id");
  return rows.filter((row) => (row as { voided: number }).voided === 1).length;
}

const countsOf = (r: Receipt): number[] => [
  ...[r.sent, r.accepted, r.unchanged, r.pending, r.rejected, r.held],
];

describe("a submission", () => {
  test.each([
    ["19 of 20 records", 20, 19, false],
    ["20 of 67 records", 67, 20, false],
    ["20 of 66 records", 66, 20, true],
    ["20 of 20 records", 20, 20, true],
  ])("that voids %s: held is %s", async (_, live, touched, isHeld) => {
    await submit(policies(keys("p", live)));

    const receipt = await submit(voids(keys("p", touched)));

    expect(receipt.held).toBe(isHeld ? touched : 0);
    expect(receipt.findings.map(({ ruleId }) => ruleId)).toEqual(isHeld ? ["SUB-09"] : []);
    expect(await voidedKeys()).toBe(isHeld ? 0 : touched);
  });

  test("is held when those of its day voided as many together, and not on the next day", async () => {
    await submit(policies(keys("p", 60)));
    const first = await submit(voids(keys("p", 15)));
    const corrections = policies(keys("p", 20))
      .slice(15)
      .map((patch) => ({ ...patch, action: CORRECT, baseVersion: 1, reason, insuredCount: 7 }));

    const second = await submit(corrections);
    const third = await submit(corrections, { at: later });

    expect([first, second, third].map(({ held }) => held)).toEqual([0, 5, 0]);
  });

  test("is not missed when several void as many at once", async () => {
    await submit(policies(keys("p", 60)));

    const receipts = await Promise.all(
      [0, 10, 20, 30].map((from) => submit(voids(keys("p", from + 10).slice(from)))),
    );

    expect(receipts.map(({ held }) => held).sort()).toEqual([0, 10, 10, 10]);
    expect(await voidedKeys()).toBe(10);
  });

  test.each([
    ["19 of 19 and one sound record", 19, 1, false],
    ["20 of 101 records", 20, 81, false],
    ["20 of 100 records", 20, 80, true],
  ])("of which the rules reject %s: held is %s", async (_, bad, sound, isHeld) => {
    const receipt = await submit([
      ...keys("bad", bad).map((sourceKey) => ({ sourceKey, writtenPremiumFen: "-1" })),
      ...policies(keys("good", sound)),
    ]);

    expect(countsOf(receipt)).toEqual(
      isHeld ? [bad + sound, 0, 0, 0, bad, sound] : [bad + sound, sound, 0, 0, bad, 0],
    );
    expect(receipt.findings.map(({ ruleId }) => ruleId)).toEqual(isHeld ? ["SUB-08"] : []);
    expect(await ownRows("policy", "id", "insurer_id")).toHaveLength(isHeld ? 0 : sound);
  });

  test("that is only validated says that it would be held, and is not", async () => {
    await submit(policies(keys("p", 20)));
    const before = await register.rowCounts();

    const receipt = await submit(voids(keys("p", 20)), {
      mode: SubmissionMode.VALIDATE_ONLY,
    });

    expect(receipt.held).toBe(20);
    expect(await register.rowCounts()).toEqual(before);
  });
});

describe("a held submission", () => {
  const submissionKey = "held";
  const send = (): Promise<Receipt> =>
    submit([...voids(keys("p", 20)), { sourceKey: "new", renewalOfKey: "not there" }], {
      submissionKey,
    });
  let first: Receipt;
  let held: Receipt;
  beforeEach(async () => {
    first = await submit(policies(keys("p", 20)));
    held = await send();
  });

  test("changes nothing and says so for each record", async () => {
    expect(countsOf(held)).toEqual([21, 0, 0, 0, 0, 21]);
    expect(new Set(held.outcomes.map(({ status }) => status))).toEqual(new Set(["HELD"]));
    expect(held.outcomes[0]).toMatchObject({ version: 1, waitsForId: null, findings: [] });
    expect(await ownRows("pending_record", "record_id", "owner_id")).toEqual([]);
    expect(await ownRows("record_version", "version", "owner_id")).toHaveLength(20);
  });

  test("is released: judged again and applied, with a later receipt", async () => {
    const released = await decide(ReceiptKind.RELEASED, held.submissionId);

    expect(released && countsOf(released)).toEqual([21, 20, 0, 1, 0, 0]);
    expect(released).toMatchObject({
      ...{ kind: "RELEASED", submissionKey, receivedAt: held.receivedAt, submitter: by },
      ...{ previousDigest: held.digest, issuedAt: "2026-07-16T04:00:00.000000Z" },
    });
    expect(await voidedKeys()).toBe(20);
    const bytes = Buffer.from([first, held, released].map((r) => JSON.stringify(r)).join("\n"));
    const { jwks } = await givenReceiptSigner();
    const files = [{ name: "chain", bytes }];
    const checked = await verifyFiles(files, jwks(), { after: null, end: null });
    expect(checked.faults).toEqual([]);
  });

  test("is discarded: every record is rejected, and nothing applied", async () => {
    const discarded = await decide(ReceiptKind.DISCARDED, held.submissionId);

    expect(discarded && countsOf(discarded)).toEqual([21, 0, 0, 0, 21, 0]);
    expect(discarded?.outcomes[0]?.findings).toMatchObject([{ ruleId: "SUB-23" }]);
    expect(await voidedKeys()).toBe(0);
  });

  test("is decided once, whoever decides how often at once", async () => {
    const { RELEASED, DISCARDED } = ReceiptKind;
    const decisions = [RELEASED, DISCARDED, RELEASED, DISCARDED] as const;
    const receipts = await Promise.all(decisions.map((d) => decide(d, held.submissionId)));

    const [one] = receipts;
    for (const receipt of receipts)
      expect({ ...receipt, replayed: null }).toEqual({ ...one, replayed: null });
    expect(receipts.filter((receipt) => receipt?.replayed === false)).toHaveLength(1);
    expect(await voidedKeys()).toBe(one?.kind === "RELEASED" ? 20 : 0);
    const chains = await register.rows("receipt_chain", "organisation_id, position");
    const organisation_id = entityId("org", by);
    expect(chains).toContainEqual({ organisation_id, position: 3 });
  });

  test("is judged by what is there when it is released", async () => {
    await submit(voids(["p0"]), { at: later });

    const released = await decide(ReceiptKind.RELEASED, held.submissionId);

    expect(released?.outcomes[0]).toMatchObject({
      status: "REJECTED",
      findings: [{ ruleId: "SUB-15" }],
    });
    expect(released?.accepted).toBe(19);
  });

  test("sent again brings the first receipt, also after the decision", async () => {
    await decide(ReceiptKind.RELEASED, held.submissionId);

    const again = await send();

    expect({ ...again, replayed: false }).toEqual(held);
  });

  test.each<[string, () => Caller]>([
    ["the owner of other data", () => officer("EMERGENCY")],
    ["another region", () => officer("FINANCIAL", "33")],
    ["a part of the region", () => officer("FINANCIAL", "3401")],
    ["an authority without region", () => officer("FINANCIAL", "")],
    ["its sender", () => register.caller(by)],
    ["another insurer", () => register.caller("B")],
  ])("is not there for %s to decide", async (_, caller) => {
    expect(await decide(ReceiptKind.RELEASED, held.submissionId, caller())).toBeNull();
    expect(await voidedKeys()).toBe(0);
  });

  test("is not there under another id", async () => {
    expect(await decide(ReceiptKind.RELEASED, entityId("sbm", "x"))).toBeNull();
    expect(await decide(ReceiptKind.RELEASED, first.submissionId)).toBeNull();
    expect(clock.today < later.today).toBe(true);
  });
});
