import { entityId } from "../../src/database/entity-id";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { Acceptance } from "../../src/submission/acceptance";
import { recordsMax } from "../../src/submission/rules/submission-limits";
import { SubmissionMode } from "../../src/submission/submission-mode";
import type { Plain } from "../../src/submission/plain";
import type { SubmissionReceipt } from "../../src/submission/submit-result";
import { givenRegister, type TestRegister } from "./given-submissions";

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});
afterAll(() => register.close());

const statuses = ({ outcomes }: Plain<SubmissionReceipt>): string[] =>
  outcomes.map((o) => o.status);
const ruleIds = ({ outcomes }: Plain<SubmissionReceipt>): string[] =>
  outcomes.flatMap((o) => o.findings.map((f) => f.ruleId));

describe("a submission", () => {
  test("of a bad record among good ones has the good ones accepted", async () => {
    const receipt = await register.receipt("policy", [
      { sourceKey: "m1" },
      { sourceKey: "m2", writtenPremiumFen: "0", startDate: "2027-05-31" },
      { sourceKey: "m3" },
    ]);

    expect(statuses(receipt)).toEqual(["ACCEPTED", "REJECTED", "ACCEPTED"]);
    expect(receipt).toMatchObject({ sent: 3, accepted: 2, unchanged: 0, pending: 0, rejected: 1 });
    expect(receipt.outcomes[1]).toMatchObject({
      index: 1,
      sourceKey: "m2",
      version: null,
      findings: [
        { ruleId: "POL-02", severity: "REJECT", path: "$.startDate" },
        { ruleId: "POL-02", path: "$.endDate" },
        { ruleId: "POL-05", path: "$.writtenPremiumFen", legalBasis: "ENG" },
      ],
    });
  });

  test("of all or nothing is rejected with its one bad record, and leaves no record", async () => {
    const receipt = await register.receipt(
      "policy",
      [{ sourceKey: "n1" }, { sourceKey: "n2", insuredCount: null }, { sourceKey: "n3" }],
      { acceptance: Acceptance.ALL_OR_NOTHING },
    );

    expect(statuses(receipt)).toEqual(["REJECTED", "REJECTED", "REJECTED"]);
    expect(ruleIds(receipt)).toEqual(["SUB-21", "POL-01", "SUB-21"]);
    expect(receipt.outcomes.map((o) => o.version)).toEqual([null, null, null]);
    const versions = await register.rows("record_version", "source_key");
    expect(versions.filter((row) => String(row["source_key"]).startsWith("n"))).toEqual([]);
  });

  test("that names a record twice has both rejected", async () => {
    const receipt = await register.receipt("policy", [
      { sourceKey: "d1" },
      { sourceKey: "d2" },
      { sourceKey: "d1", policyNo: "other" },
    ]);

    expect(statuses(receipt)).toEqual(["REJECTED", "ACCEPTED", "REJECTED"]);
    expect(ruleIds(receipt)).toEqual(["SUB-19", "SUB-19"]);
  });

  test("tells keys apart byte by byte", async () => {
    const keys = ["K", "k", "Ḱ", "K1", "K 1", "K  1"];
    const receipt = await register.receipt(
      "policy",
      keys.map((sourceKey) => ({ sourceKey })),
    );

    expect(receipt.accepted).toBe(keys.length);
    expect(new Set(receipt.outcomes.map((o) => o.recordId)).size).toBe(keys.length);
  });

  test.each(["", " x", "x ", "x".repeat(101), "a\u0000"])("rejects the key %j", async (key) => {
    const receipt = await register.receipt("policy", [{ sourceKey: key }]);

    expect(ruleIds(receipt)).toContain("SUB-20");
  });

  test.each([
    ["no record", []],
    ["too many records", Array.from({ length: recordsMax + 1 }, () => ({ sourceKey: "x" }))],
  ])("of %s is refused", async (_, records) => {
    const before = await register.rowCounts();

    const answer = await register.submit("policy", records);

    expect(answer).toMatchObject({
      __typename: "SubmissionRefused",
      findings: [{ ruleId: "SUB-01", path: "$.records" }],
    });
    expect(await register.rowCounts()).toEqual(before);
  });

  test.each([
    ["one fen less", { count: 1, sums: [{ name: "writtenPremiumFen", amountFen: "4999999" }] }],
    ["one fen more", { count: 1, sums: [{ name: "writtenPremiumFen", amountFen: "5000001" }] }],
    ["another count", { count: 2, sums: [{ name: "writtenPremiumFen", amountFen: "5000000" }] }],
    ["no sum", { count: 1, sums: [] }],
  ])("that declares %s is not processed", async (_, declared) => {
    const before = await register.rowCounts();

    const answer = await register.submit("policy", [{ sourceKey: "t1" }], { declared });

    expect(answer).toMatchObject({
      __typename: "ControlTotalsMismatch",
      differences: [{}],
      findings: [{ ruleId: "SUB-04" }],
    });
    expect(await register.rowCounts()).toEqual(before);
  });

  test("that declares a sum its type does not have is not processed", async () => {
    const sums = [
      { name: "writtenPremiumFen", amountFen: "5000000" },
      { name: "paidFen", amountFen: "0" },
    ];
    const answer = await register.submit("policy", [{ sourceKey: "t2" }], {
      declared: { count: 1, sums },
    });

    expect(answer).toMatchObject({
      differences: [{ name: "paidFen", declared: "0", sent: null }],
    });
  });

  test("to validate only says what would become of it, and leaves nothing", async () => {
    await register.receipt("policy", [{ sourceKey: "v0" }]);
    const records = [
      { sourceKey: "v1" },
      { sourceKey: "v2", writtenPremiumFen: "-1" },
      { sourceKey: "v3", enterpriseUscc: "91340000DEM00000E2", renewalOfKey: "unknown" },
      { sourceKey: "v0" },
    ];
    const before = await register.rowCounts();

    const receipt = await register.receipt("policy", records, {
      mode: SubmissionMode.VALIDATE_ONLY,
    });

    expect(statuses(receipt)).toEqual(["ACCEPTED", "REJECTED", "REJECTED", "UNCHANGED"]);
    expect(await register.rowCounts()).toEqual(before);
    const live = await register.receipt("policy", records);
    expect(live.outcomes).toEqual(receipt.outcomes);
  });

  test("cannot tell another insurer's policy from one that nobody has", async () => {
    await register.receipt("policy", [{ sourceKey: "secret" }], { by: "B" });

    const { outcomes } = await register.receipt("claim", [
      { sourceKey: "x1", policyKey: "secret" },
      { sourceKey: "x2", policyKey: "nobody" },
    ]);

    const [others, nobodys] = outcomes.map(({ status, version, waitsUntil, findings }) => ({
      ...{ status, version, waitsUntil, findings },
    }));
    expect(others).toEqual(nobodys);
    expect(others).toMatchObject({ status: "PENDING", findings: [{ ruleId: "CLM-01" }] });
    // The id it waits for follows from the caller's own id, whoever has such a key.
    expect(outcomes[0]?.waitsForId).toBe(entityId("pol", entityId("ins", "A"), "secret"));
  });
});
