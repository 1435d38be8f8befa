import { startFederated } from "../../src/server/gateway/start-federated";
import { givenHub, type TestHub } from "../setup/hub";
import { askFor, givenLoggedWorld, premiums, storedEntries, tamper, verified } from "./given-log";

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub(startFederated);
  await givenLoggedWorld(hub);
});
afterAll(() => hub.close());

it("each part of an operation has its entry, joined by the operation, with one purpose", async () => {
  const { status } = await askFor(hub, "FI", premiums, "检查");

  const entries = await storedEntries(hub);
  expect(status).toBe(200);
  expect(entries.map(({ part }) => part)).toEqual(["underwriting", "registry", "gateway"]);
  const gateway = entries.find(({ part }) => part === "gateway");
  for (const entry of entries)
    expect(entry).toMatchObject({
      operation_id: gateway?.["id"],
      purpose: "检查",
      organisation_code: "FI",
      person: "fi",
      outcome: "ALLOWED",
    });
  expect(JSON.parse(String(gateway?.["cells"]))).toEqual([
    { field: "Enterprise.id", cells: 3 },
    { field: "Enterprise.name", cells: 3 },
    { field: "Insurer.id", cells: 3 },
    { field: "Policy.writtenPremiumFen", cells: 3 },
  ]);
});

it("whom the data are about sees the parts that touched them", async () => {
  const { body } = await hub.ask(
    "IN-1",
    "{ whoReadMyData { nodes { organisationCode purpose fields } } }",
  );

  const { nodes } = body.data?.["whoReadMyData"] as { nodes: Record<string, unknown>[] };
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) expect(node).toMatchObject({ organisationCode: "FI", purpose: "检查" });
  expect(nodes.flatMap(({ fields }) => fields)).toContain("Policy.writtenPremiumFen");
  expect(hub.mistakes).toEqual([]);
});

it("a denial is the gateway's, and nothing is asked of a subgraph", async () => {
  const before = (await storedEntries(hub)).length;
  await hub.ask("EM", premiums);
  await hub.ask("FI", premiums);

  const entries = (await storedEntries(hub)).slice(before);
  expect(entries.filter(({ outcome }) => outcome === "DENIED").map(({ part }) => part)).toEqual([
    "gateway",
  ]);
  expect((await verified(hub)).faults).toEqual([]);
});

it("while the log cannot be written, no data of level 3 come from anywhere", async () => {
  await tamper(hub, "RENAME TABLE access_log_entry TO hidden_log_entry");

  const { status, text, body } = await hub.ask("FI", premiums);

  expect(status).toBe(503);
  expect(body.errors?.[0]?.extensions["code"]).toBe("AUDIT_UNAVAILABLE");
  expect(text).not.toContain("1000000");
  await tamper(hub, "RENAME TABLE hidden_log_entry TO access_log_entry");
});
