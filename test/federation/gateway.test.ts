import "reflect-metadata";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { domainNames } from "../../src/graph/domain-module";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { createSignatureVerifier, signatureHeader } from "../../src/server/gateway/signature";
import { startFederated } from "../../src/server/gateway/start-federated";
import type { TestDatabase } from "../setup/database";
import { givenDirectory, givenFilledDatabase, givenHub, now } from "./given-hub";

const directory = givenDirectory();
/** Nothing listens there: port 9 is reserved for what is thrown away. */
const nowhere = "http://127.0.0.1:9";
const query = '{ __typename enterprise(uscc: "x") { name } }';

let database: TestDatabase;

beforeAll(async () => {
  database = await givenFilledDatabase();
});

afterAll(async () => {
  await database.drop();
  directory.remove();
});

function addressesAt(origin: string): Record<string, string> {
  return { SUBGRAPH_URLS: domainNames.map((name) => `${name}=${origin}/${name}`).join(",") };
}

test("the gateway leaves it to the hub when to stop", async () => {
  const listeners = (): number[] => ["SIGINT", "SIGTERM"].map((e) => process.listenerCount(e));
  const before = listeners();

  const gateway = await givenHub(directory.path, database, startFederated, addressesAt(nowhere));
  const after = listeners();
  await gateway.stop();

  expect(after).toEqual(before);
});

test("a subgraph that is down fails its own fields, says so, and no others", async () => {
  const gateway = await givenHub(directory.path, database, startFederated, addressesAt(nowhere));

  const { status, body } = await gateway.ask("province", { query });
  await gateway.stop();

  const { data, errors } = JSON.parse(body) as {
    data: unknown;
    errors: { path: string[]; extensions: { code: string } }[];
  };
  expect(status).toBe(200);
  expect(data).toEqual({ __typename: "Query", enterprise: null });
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [["enterprise"], "SUBGRAPH_UNAVAILABLE"],
  ]);
  expect(body).not.toContain("127.0.0.1");
  expect(gateway.mistakes).not.toEqual([]);
});

test("a subgraph is sent a signature for the caller, and nothing else of the request", async () => {
  const seen: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      seen.push({ path: request.url ?? "", headers: request.headers, body });
      response.setHeader("content-type", "application/json");
      response.end('{"data":{"enterprise":{"__typename":"Enterprise","name":"甲"}}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const gateway = await givenHub(directory.path, database, startFederated, addressesAt(origin));

  const { body } = await gateway.ask("province", { query });
  await gateway.stop();
  server.close();

  expect(body).toBe('{"data":{"__typename":"Query","enterprise":{"name":"甲"}}}');
  const [request] = seen;
  expect(seen).toHaveLength(1);
  expect(request?.path).toBe("/registry");
  const own = [signatureHeader, "content-type", "accept"];
  const ofTransport = ["host", "connection", "content-length", "accept-encoding", "user-agent"];
  const others = Object.keys(request?.headers ?? {}).filter(
    (name) => ![...own, ...ofTransport].includes(name),
  );
  expect(others).toEqual([]);
  const verify = createSignatureVerifier(await openGatewayKey(gateway.config), "registry");
  const sent = Buffer.from(request?.body ?? "");
  const signed = await verify(request?.headers[signatureHeader], sent, now);
  expect(signed.organisationId).toMatch(/^org_/);
});

test.each([
  ["lacks a subgraph", `claims=${nowhere}`, "SUBGRAPH_URLS lacks registry"],
  [
    "names another",
    `${domainNames.map((n) => `${n}=${nowhere}/${n}`).join(",")},x=${nowhere}/x`,
    "no subgraph: x",
  ],
  ["gives one address twice", domainNames.map((n) => `${n}=${nowhere}`).join(","), "several"],
])("a gateway whose list of addresses %s does not start", async (_title, addresses, message) => {
  const start = givenHub(directory.path, database, startFederated, { SUBGRAPH_URLS: addresses });

  await expect(start).rejects.toThrow(message);
});
