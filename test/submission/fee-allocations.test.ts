import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { ChangeReason } from "../../src/submission/change-reason";
import { RecordAction } from "../../src/submission/record-action";
import { givenRegister, type RecordPatch, type TestRegister } from "./given-submissions";

/* A spending that several policies share waits for all of them and is divided among them. */

let register: TestRegister;

beforeEach(async () => {
  register = await givenRegister([exampleUscc]);
  await register.receipt("policy", [
    { sourceKey: "P1", policyNo: "1" },
    { sourceKey: "P2", policyNo: "2" },
  ]);
});

afterEach(() => register.close());

function shared(sourceKey: string, ...policies: string[]): RecordPatch {
  const amounts = ["34", "33", "33"];
  return {
    sourceKey,
    amountFen: "100",
    ...{ policyKey: null, enterpriseUscc: null, serviceRecordKey: null },
    allocationBasis: "EQUAL",
    allocations: policies.map((policyKey, n) => ({
      ...{ policyKey, weight: 1, amountFen: amounts[n] ?? "0" },
    })),
  };
}

function allocations(): Promise<Record<string, unknown>[]> {
  return register.rows(
    `fee_allocation a JOIN fee_entry e ON e.id = a.fee_entry_id JOIN policy p ON p.id = a.policy_id
      WHERE a.insurer_id = e.insurer_id AND a.region_code = e.region_code`,
    "a.weight, a.amount_fen, p.policy_no",
  );
}

test("waits while a policy it names has not arrived, and then is booked with its parts", async () => {
  const { outcomes } = await register.receipt("feeEntry", [shared("F", "P1", "P2", "P3")]);
  expect(outcomes).toMatchObject([{ status: "PENDING" }]);
  expect(outcomes[0]?.findings).toMatchObject([{ ruleId: "SUB-22", path: "$.allocations" }]);

  await register.receipt("policy", [{ sourceKey: "P3", policyNo: "3" }]);

  expect(await allocations()).toEqual([
    { weight: 1, amount_fen: "33", policy_no: "2" },
    { weight: 1, amount_fen: "33", policy_no: "3" },
    { weight: 1, amount_fen: "34", policy_no: "1" },
  ]);
});

test("another insurer's policy is one that has not arrived", async () => {
  const { outcomes } = await register.receipt("feeEntry", [shared("F", "P1", "P2", "P3")], {
    by: "B",
  });

  expect(outcomes).toMatchObject([{ status: "PENDING", version: null }]);
});

test("a reversal leaves the parts of what it reverses, and has none of its own", async () => {
  await register.receipt("policy", [{ sourceKey: "P3", policyNo: "3" }]);
  await register.receipt("feeEntry", [shared("F", "P1", "P2", "P3")]);
  const before = await allocations();
  expect(before).toHaveLength(3);

  const voided = { action: RecordAction.VOID, baseVersion: 1, reason: ChangeReason.DUPLICATE };
  const { outcomes } = await register.receipt("feeEntry", [{ sourceKey: "F", ...voided }]);

  expect(outcomes).toMatchObject([{ status: "ACCEPTED" }]);
  expect(await allocations()).toEqual(before);
  expect(await register.rows("fee_entry", "kind, amount_fen")).toEqual([
    { kind: "REVERSAL", amount_fen: "100" },
    { kind: "SPEND", amount_fen: "100" },
  ]);
});

test.each([
  ["parts that lose a fen", { amountFen: "101" }],
  ["a policy of its own besides", { policyKey: "P1" }],
  ["no basis", { allocationBasis: null }],
])("is rejected with %s", async (_what, change) => {
  await register.receipt("policy", [{ sourceKey: "P3", policyNo: "3" }]);
  const { outcomes } = await register.receipt("feeEntry", [
    { ...shared("F", "P1", "P2", "P3"), ...change },
  ]);

  expect(outcomes).toMatchObject([{ status: "REJECTED" }]);
  expect(outcomes[0]?.findings.map(({ ruleId }) => ruleId)).toContain("FEE-10");
});
