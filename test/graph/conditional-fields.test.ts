import "reflect-metadata";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  await givenOrganisation(hub.database, "E1", "EMERGENCY");
});

afterAll(async () => {
  await hub.close();
});

const wanted = { data: { organisations: { nodes: [{ code: "E1", name: "组织E1" }] } } };
const less = { data: { organisations: { nodes: [{ code: "E1" }] } } };

test.each([
  ["Boolean!", "@include(if: $is)", { is: true }, wanted],
  ["Boolean!", "@include(if: $is)", { is: false }, less],
  ["Boolean!", "@skip(if: $is)", { is: true }, less],
  ["Boolean = true", "@include(if: $is)", {}, wanted],
  ["Boolean! = false", "@include(if: $is)", {}, less],
])("a variable %s %s decides whether a field is answered", async (type, when, given, answer) => {
  const query = `query ($is: ${type}) { organisations(first: 1) { nodes { code name ${when} } } }`;

  expect((await hub.ask("E1", query, given)).body).toEqual(answer);
});

test("a variable decides whether a root field is answered", async () => {
  const query =
    "query ($is: Boolean!) { organisations { totalCount } regions @skip(if: $is) { totalCount } }";

  expect((await hub.ask("E1", query, { is: true })).body).toEqual({
    data: { organisations: { totalCount: 1 } },
  });
});
