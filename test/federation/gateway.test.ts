import "reflect-metadata";
import { domainNames } from "../../src/graph/domain-module";
import { startFederated } from "../../src/server/gateway/start-federated";
import { givenDirectory, givenHub } from "./given-hub";

const directory = givenDirectory();
/** Nothing listens there: port 9 is reserved for what is thrown away. */
const nowhere = "http://127.0.0.1:9/graphql";

afterAll(() => {
  directory.remove();
});

test("a subgraph that is down fails its own fields, under a number, and no others", async () => {
  const addresses = domainNames.map((name) => `${name}=${nowhere}`).join(",");
  const gateway = await givenHub(directory.path, startFederated, { SUBGRAPH_URLS: addresses });

  const query = '{ __typename enterprise(uscc: "x") { name } }';
  const { status, body } = await gateway.ask("province", { query });

  const { data, errors } = JSON.parse(body) as {
    data: unknown;
    errors: { path: string[]; extensions: { code: string; errorId: string } }[];
  };
  expect(status).toBe(200);
  expect(data).toEqual({ __typename: "Query", enterprise: null });
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [["enterprise"], "INTERNAL"],
  ]);
  expect(body).not.toContain("127.0.0.1");
  expect(gateway.mistakes.join()).toContain(errors[0]?.extensions.errorId);
  await gateway.stop();
});

test("a gateway that is not told of every subgraph does not start", async () => {
  const start = givenHub(directory.path, startFederated, { SUBGRAPH_URLS: `claims=${nowhere}` });

  await expect(start).rejects.toThrow("SUBGRAPH_URLS lacks registry");
});
