import { serverAudits, type AuditResult } from "graphql-http";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

/** What the hub does not do, and why; anything else that is not in order fails. */
const left: Readonly<Record<string, string>> = {
  "5A70": "Questions by GET would stand in the logs of proxies, identifiers included.",
  D6D5: "As 5A70: variables hold identifiers.",
  "6A70": "As 5A70: variables hold identifiers.",
};

let hub: TestHub;
const results = new Map<string, AuditResult>();

beforeAll(async () => {
  hub = await givenHub();
  await givenOrganisation(hub.database, "CLIENT", "EMERGENCY");
  const authorization = `Bearer ${await hub.token("CLIENT")}`;
  const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("authorization", authorization);
    return fetch(url, { ...init, headers });
  };
  for (const audit of serverAudits({ url: `${hub.url}/graphql`, fetchFn }))
    results.set(audit.id, await audit.fn());
});

afterAll(() => hub.close());

const outcome = (status: AuditResult["status"]): string[] =>
  [...results.values()]
    .filter((result) => result.status === status)
    .map(({ id, name }) => `${id} ${name}`);

test("everything the protocol demands is done", () => {
  expect(results.size).toBeGreaterThan(55);
  expect(outcome("error")).toEqual([]);
});

test("everything the protocol recommends is done", () => {
  expect(outcome("warn")).toEqual([]);
});

test("of what it permits, only what is written down with its reason is left out", () => {
  expect(outcome("notice").map((line) => line.slice(0, 4))).toEqual(Object.keys(left));
});
