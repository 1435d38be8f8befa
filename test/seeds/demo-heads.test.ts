import { loadDemo } from "../../seeds/demo/load-demo";
import { trusted } from "../../src/database/sql";
import { givenHub, type TestHub } from "../setup/hub";

/* Records that were loaded around the mutations can be restated through them. */

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  await loadDemo({
    databaseUrl: hub.databaseUrl,
    enterprises: 100,
    seed: 3,
    today: "2026-07-15",
    withoutSubmitter: false,
    log: () => undefined,
  });
});

afterAll(() => hub.close());

const mutation = `mutation($input: SubmitPremiumReceiptsInput!) { submitPremiumReceipts(input: $input) {
  __typename ... on SubmissionReceipt { outcomes { status version findings { ruleId } } } } }`;

async function restate(action: string, more: object): Promise<unknown> {
  const [receipt] = await hub.database.read(
    trusted(`SELECT r.source_key, p.source_key AS policy_key, r.received_on, r.kind
      FROM premium_receipt r JOIN policy p ON p.id = r.policy_id JOIN insurer i ON i.id = r.insurer_id
      WHERE i.org_code = 'DEMO-IN-B' AND r.kind = 'RECEIPT' ORDER BY r.id LIMIT 1`),
  );
  const record = {
    sourceKey: receipt?.["source_key"],
    policyKey: receipt?.["policy_key"],
    receivedOn: receipt?.["received_on"],
    kind: receipt?.["kind"],
    amountFen: "100",
    action,
    ...more,
  };
  const { body } = await hub.ask("DEMO-IN-B", mutation, {
    input: {
      submissionKey: `heads ${action}`,
      declared: { count: 1, sums: [{ name: "amountFen", amountFen: "100" }] },
      records: [record],
    },
  });
  expect(body.errors).toBeUndefined();
  return body.data?.["submitPremiumReceipts"];
}

describe("a record that was loaded with the demo", () => {
  test("is not new any more", async () => {
    expect(await restate("NEW", {})).toMatchObject({
      outcomes: [{ status: "REJECTED", findings: [{ ruleId: "SUB-16" }] }],
    });
  });

  test("can be corrected by its insurer, from version 1 to version 2", async () => {
    expect(await restate("CORRECT", { baseVersion: 1, reason: "WRONG_AMOUNT" })).toMatchObject({
      outcomes: [{ status: "ACCEPTED", version: 2 }],
    });
  });

  test("leaves the hub without a mistake of its own", () => {
    expect(hub.mistakes).toEqual([]);
  });
});
