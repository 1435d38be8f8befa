import { startFederated } from "../../src/server/gateway/start-federated";
import {
  actsOn,
  givenGrantHubs,
  noticed,
  request,
  startMsMax,
  type GrantHubs,
} from "./given-grants";

/* The gateway over all subgraphs gives the bytes of the merged hub, under every kind of grant. */

let hubs: GrantHubs;
let acts: ReturnType<typeof actsOn>;
beforeAll(async () => {
  hubs = await givenGrantHubs(startFederated);
  acts = actsOn(hubs.ask);
}, startMsMax);
afterAll(() => hubs.close());

const operations = [
  "{ enterprises(first: 50) { totalCount nodes { id name } } }",
  "{ enterprises(first: 50) { totalCount nodes { id safetyManagerPhone } } }",
  `{ enterprises(first: 50) { totalCount nodes { id safetyManagerPhone
      policies(first: 2) { totalCount nodes { id policyNo } }
      claims(first: 2) { totalCount nodes { id payments { nodes { amountFen } } } }
      hazards(first: 2) { totalCount nodes { id place } } } } }`,
  `{ policies(first: 50) { totalCount nodes { id enterprise { id safetyManagerPhone }
      claims { totalCount nodes { id } } } } }`,
  `{ claims(first: 50) { totalCount nodes { id policy { id writtenPremiumFen }
      enterprise { id name safetyManagerPhone } } } }`,
  "{ hazards(first: 50) { totalCount nodes { id place enterprise { id safetyManagerPhone } } } }",
  `{ hazards(first: 5) { nodes { id events(first: 5) { totalCount nodes { id } } } }
     enterprises(first: 50) { totalCount } }`,
  `query($no: Boolean!) { enterprises(first: 50) { totalCount nodes { id
      safetyManagerPhone @include(if: $no) policies(first: 1) { nodes { id } } } } }`,
  `{ accessGrants(first: 50) { totalCount nodes { id state effect label field right rowsKind
      organisation { code } requestedBy { code } owner { code } validTo } } }`,
];

const askers = ["DEMO-FI-3401", "DEMO-LF-3401", "DEMO-EM-340104", "DEMO-SA-1", "DEMO-EM-34"];

async function compared(): Promise<number> {
  let answered = 0;
  for (const by of askers)
    for (const query of operations) {
      const variables = query.includes("$no") ? { no: false } : {};
      const merged = await hubs.ask(by, query, variables);
      const federated = await hubs.ask(by, query, variables, "second");

      expect({ by, query, ...federated }).toEqual({ by, query, ...merged });
      if (merged.status === 200) answered += 1;
    }
  return answered;
}

test(
  "without a grant, and under row-limited grants, both answer alike to the byte",
  async () => {
    const before = await compared();
    const [claim] = await hubs.rows(
      "SELECT id FROM claim WHERE region_code LIKE '3401%' ORDER BY id",
    );
    const [enterprise] = await hubs.rows(
      "SELECT id FROM enterprise WHERE region_code = '340104' ORDER BY id",
    );
    const one = { kind: "ENTERPRISE", value: enterprise?.["id"] };
    const region = { kind: "REGION", value: "3401" };
    await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", {
      ...{ label: "hazardDetail", rows: { kind: "CLAIM", value: claim?.["id"] } },
    });
    await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", { label: "hazard", rows: region });
    await acts.grant("DEMO-FI-3401", "DEMO-EM-3401", { label: "enterpriseContact", rows: one });
    await acts.grant("DEMO-LF-3401", "DEMO-EM-3401", {
      ...{ field: "Enterprise.safetyManagerPhone", rows: { kind: "REGION", value: "340104" } },
    });
    for (const label of ["claim", "claimMoney"])
      await acts.grant("DEMO-LF-3401", "DEMO-FI-3401", { label, rows: region });
    await acts.narrow("DEMO-EM-34", "DEMO-EM-340104", { label: "enterprise", rows: one });
    for (const label of ["policy", "price"])
      await acts.grant("DEMO-SA-1", "DEMO-FI-34", { label, rows: region });

    const after = await compared();

    expect(before).toBeGreaterThan(askers.length);
    // Somebody was answered who had been refused.
    expect(after).toBeGreaterThan(before);
  },
  startMsMax,
);

test("acts and previews through the gateway are those of the merged hub", async () => {
  const federated: GrantHubs["ask"] = (by, query, variables) =>
    hubs.ask(by, query, variables, "second");
  const behind = actsOn(federated);
  const terms = request({ receiver: "DEMO-FI-3402", label: "hazardDetail" });
  const preview = `query($input: GrantRequestInput!) { previewGrant(input: $input) {
    __typename ... on GrantPreview { fields { coordinate after } rows { type gained { rows } } } } }`;

  const shown = await federated("DEMO-EM-3402", preview, { input: terms });
  const asked = await behind.request("DEMO-FI-3402", terms);
  const approved = await behind.approve("DEMO-EM-3402", asked.id);
  const refused = await behind.request("DEMO-LF-3402", terms);
  const query = `{ accessGrantHistory(id: "${asked.id}") { act organisationCode at } }`;

  expect(shown.text).toBe((await hubs.ask("DEMO-EM-3402", preview, { input: terms })).text);
  expect(shown.text).toContain("Hazard.place");
  expect(approved.state).toBe("IN_FORCE");
  expect(refused.refused).toEqual(["RECEIVER_NOT_YOURS at receiver"]);
  expect((await federated("DEMO-FI-3402", query)).text).toBe(
    (await hubs.ask("DEMO-FI-3402", query)).text,
  );
  const related = `mutation { revokeGrant(id: "${asked.id}", reason: "终") {
    ... on AccessGrant { state organisation { name } owner { code type } revokeReason } } }`;
  const once = await federated("DEMO-EM-3402", related);
  expect((await hubs.ask("DEMO-EM-3402", related)).text).toBe(once.text);
  expect(once.body.data?.["revokeGrant"]).toMatchObject({
    ...{ state: "REVOKED", owner: { code: "DEMO-EM-3402", type: "EMERGENCY" } },
  });
});

test("a revocation on one instance is effective behind the gateway within a second", async () => {
  const query = "{ enterprises(first: 1) { nodes { safetyManagerPhone } } }";
  const id = await acts.grant("DEMO-LF-3403", "DEMO-EM-3403", { label: "enterpriseContact" });
  const granted = await hubs.ask("DEMO-LF-3403", query, {}, "second");
  await acts.revoke("DEMO-LF-3403", id);
  await noticed();
  const revoked = await hubs.ask("DEMO-LF-3403", query, {}, "second");

  expect(granted.status).toBe(200);
  expect(granted.text).not.toContain("errors");
  expect(revoked.text).toContain('"field":"Enterprise.safetyManagerPhone"');
});

test(
  "grants of others do not disturb operations behind the gateway",
  async () => {
    const query = "{ policies(first: 1) { nodes { id enterprise { id claims { totalCount } } } } }";
    const answers: string[] = [];
    for (let i = 0; i < 25; i++) {
      const purpose = `第${String(i)}件`;
      await acts.request(
        "DEMO-LF-3404",
        request({ receiver: "DEMO-LF-3404", label: "fee", purpose }),
      );
      // Over several lives of what each part remembers of an organisation.
      for (let k = 0; k < 3; k++)
        answers.push((await hubs.ask("DEMO-FI-3405", query, {}, "second")).text);
    }

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toContain("errors");
  },
  startMsMax,
);
