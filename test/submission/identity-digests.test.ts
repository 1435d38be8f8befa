import { entityId } from "../../src/database/entity-id";
import { identifier, sql } from "../../src/database/sql";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { exampleCitizenId } from "../../src/domain/registry/identifiers/citizen-id.rules";
import { IdentityKey } from "../../src/submission/identity-digests";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { givenRegister, identityDigests, type TestRegister } from "./given-submissions";

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
});
afterAll(() => register.close());

test("the number of an expert is kept nowhere, only its digest and a mask", async () => {
  const { outcomes } = await register.receipt("expert", [{ sourceKey: "x" }]);

  expect(outcomes[0]).toMatchObject({ status: "ACCEPTED" });
  expect(await register.rows("expert", "id_number_hmac, id_number_masked")).toEqual([
    {
      id_number_hmac: identityDigests.of(exampleCitizenId),
      id_number_masked: "340001********0019",
    },
  ]);
  await expectNowhere(exampleCitizenId);
});

async function expectNowhere(idNumber: string): Promise<void> {
  for (const table of Object.keys(await register.rowCounts())) {
    const rows = await register.database.read(sql`SELECT * FROM ${identifier(table)}`);
    expect([table, JSON.stringify(rows).includes(idNumber)]).toEqual([table, false]);
  }
}

test("nor is it kept with experts that are held for an officer, or that wait", async () => {
  const other = "11010519491231002X";
  const keys = Array.from({ length: 25 }, (_, n) => `held ${String(n)}`);
  await register.receipt(
    "expert",
    keys.map((sourceKey) => ({ sourceKey })),
  );

  const held = await register.receipt(
    "expert",
    keys.map((sourceKey) => ({
      ...{ sourceKey, idNumber: other, action: RecordAction.CORRECT, baseVersion: 1 },
      reason: ChangeReason.TYPING_ERROR,
    })),
  );
  const waiting = await register.receipt("expert", [
    { sourceKey: "late", idNumber: other, agencyUscc: "91350100M000100Y43" },
  ]);

  expect(held.held).toBe(keys.length);
  expect(waiting.outcomes).toMatchObject([{ status: "PENDING" }]);
  await expectNowhere(other);
  await expectNowhere(exampleCitizenId);
});

test("an expert who is stated again is unchanged, with another number he is changed", async () => {
  const again = await register.receipt("expert", [{ sourceKey: "x" }]);
  const other = await register.receipt("expert", [
    { sourceKey: "x", idNumber: "11010519491231002X" },
  ]);

  expect(again.outcomes[0]).toMatchObject({ status: "UNCHANGED" });
  expect(other.outcomes[0]).toMatchObject({ status: "REJECTED", findings: [{ ruleId: "SUB-16" }] });
});

test("one person has one digest, whichever insurer states him, as expert or as injured", async () => {
  await register.receipt("expert", [{ sourceKey: "y" }], { by: "B" });
  for (const by of ["A", "B"]) {
    await register.receipt("policy", [{ sourceKey: "p" }], { by });
    await register.receipt("claim", [{ sourceKey: "c", policyKey: "p" }], { by });
    await register.receipt("casualty", [{ sourceKey: "k", claimKey: "c" }], { by });
  }

  const experts = await register.rows("expert", "id_number_hmac");
  const casualties = await register.rows("casualty", "insurer_id, id_number, id_number_hmac");

  const digest = identityDigests.of(exampleCitizenId);
  expect(new Set(experts.map((row) => row["id_number_hmac"]))).toEqual(new Set([digest]));
  expect(casualties).toEqual(
    ["A", "B"]
      .map((by) => ({
        insurer_id: entityId("ins", by),
        id_number: exampleCitizenId,
        id_number_hmac: digest,
      }))
      .sort((a, b) => (a.insurer_id < b.insurer_id ? -1 : 1)),
  );
});

test("digests of two secrets have nothing in common, and none is the number's plain hash", () => {
  const number = exampleCitizenId;
  const [one, other] = [new IdentityKey("one"), new IdentityKey("other")];

  expect(one.of(number)).toMatch(/^[0-9a-f]{64}$/);
  expect(one.of(number)).not.toBe(other.of(number));
  expect(new IdentityKey("one").of(number)).toBe(one.of(number));
});
