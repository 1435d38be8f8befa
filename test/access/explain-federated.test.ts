import { startFederated } from "../../src/server/gateway/start-federated";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { explain } from "./given-explanations";

/* Behind a gateway the subgraph that explains knows the whole graph, not its slice of it. */

let merged: TestHub;
let federated: TestHub;

beforeAll(async () => {
  merged = await givenHub();
  federated = await givenHub(startFederated);
  for (const { database } of [merged, federated]) {
    await givenOrganisation(database, "EM-34", "EMERGENCY");
    await givenOrganisation(database, "AS-34", "ASSOCIATION");
    await givenOrganisation(database, "FI-34", "FINANCIAL");
  }
});

afterAll(async () => {
  await federated.close();
  await merged.close();
});

it.each([
  ["EM-34", "{ claims { nodes { claimNo assessedOtherFen policy { policyNo } } } }"],
  ["EM-34", "mutation { submitHazards(input: {}) { __typename } }"],
  ["AS-34", "{ casualties { nodes { name } } enterprises { totalCount } }"],
  ["AS-34", "{ _entities(representations: []) { __typename } }"],
])("to %s a gateway explains %s as one hub does", async (code, document) => {
  const explained = await explain(federated, code, document);

  expect(explained).toEqual(await explain(merged, code, document));
  expect([...federated.mistakes, ...merged.mistakes]).toEqual([]);
});
