import { createHash } from "node:crypto";
import { givenHub, type TestHub } from "../setup/hub";
import {
  askFor,
  entriesOnce,
  entryFor,
  givenLoggedWorld,
  periods,
  premiums,
  send,
  storedEntries,
  verified,
  type LoggedWorld,
} from "./given-log";

let hub: TestHub;
let world: LoggedWorld;

beforeAll(async () => {
  hub = await givenHub();
  world = await givenLoggedWorld(hub);
});
afterAll(() => hub.close());

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");
const listOf = (json: unknown): unknown => JSON.parse(String(json));

describe("an answer of level 3", () => {
  it("has its entry before it leaves: who, when, what for, under which policy version", async () => {
    const body = { query: `query A ${premiums}`, operationName: "A", variables: { unused: 1 } };
    const headers = { "hub-purpose": encodeURIComponent("年度检查 annual review") };

    const { status } = await send(hub, "FI", JSON.stringify(body), headers);

    const entry = (await storedEntries(hub)).at(-1);
    expect(status).toBe(200);
    expect(entry).toMatchObject({
      organisation_code: "FI",
      organisation_type: "FINANCIAL",
      person: "fi",
      at: "2026-07-15 04:00:00.000000",
      part: "hub",
      purpose: "年度检查 annual review",
      kind: "QUERY",
      operation_digest: sha256(`query A ${premiums}A`),
      variables_digest: sha256('{"unused":1}'),
      policy_version: "base-1",
      rights_key: "base-1:FINANCIAL",
      outcome: "ALLOWED",
      level: 3,
    });
    expect(entry?.["operation_id"]).toBe(entry?.["id"]);
    expect(Number(entry?.["duration_us"])).toBeGreaterThan(0);
  });

  it("has the values delivered of each field, the rows of each place, and all they are about", async () => {
    await askFor(hub, "FI", premiums, "cells");

    const entry = await entryFor(hub, "cells");
    expect(listOf(entry["cells"])).toEqual([
      { field: "Enterprise.id", cells: 2 },
      { field: "Enterprise.name", cells: 2 },
      { field: "Insurer.id", cells: 2 },
      { field: "Policy.writtenPremiumFen", cells: 3 },
    ]);
    expect(entry["subject_count"]).toBe(4);
    const subjects = [...world.insurers, ...world.enterprises].sort().join(",");
    expect(entry["subjects_digest"]).toBe(sha256(subjects));
  });

  it("names enterprise and insurer of rows of which neither was selected", async () => {
    const [id] = world.policies;
    await askFor(hub, "FI", `{ policy(id: "${id}") { writtenPremiumFen } }`, "keys unselected");

    const entry = await entryFor(hub, "keys unselected");
    expect(entry["subjects_digest"]).toBe(
      sha256([world.enterprises[0], world.insurers[0]].sort().join(",")),
    );
  });

  it("waits although it tells only of a filter's or a count's nothing", async () => {
    for (const query of ["{ claims { totalCount } }", "{ claims { nodes { __typename } } }"]) {
      await askFor(hub, "FI", query, query);
      const last = (await storedEntries(hub)).at(-1);
      expect(last).toMatchObject({ purpose: query, level: 3, subject_count: 0 });
    }
  });
});

describe("an answer of level 2 or less", () => {
  it.each([
    ["{ policies { nodes { startDate } } }", 2],
    ["{ regions { nodes { code } } }", 1],
    ["{ __schema { queryType { name } } }", 0],
  ])("to %s is logged as of level %i", async (query, level) => {
    await askFor(hub, "FI", query, query);

    expect(await entryFor(hub, query)).toMatchObject({ level, outcome: "ALLOWED" });
  });

  it("counts figures value by value", async () => {
    const query = "{ coverage { insuredUnits basis { scope { zh en } } byRegion { regionCode } } }";
    const { body } = await askFor(hub, "FI", query, "figure");

    const entry = await entryFor(hub, "figure");
    const { byRegion } = body.data?.["coverage"] as { byRegion: unknown[] };
    expect(listOf(entry["cells"])).toEqual([
      { field: "Bilingual.en", cells: 1 },
      { field: "Bilingual.zh", cells: 1 },
      { field: "CoverageFigure.insuredUnits", cells: 1 },
      { field: "RegionCoverage.regionCode", cells: byRegion.length },
    ]);
  });
});

it("a condition that relies on the default of its variable is counted as it was answered", async () => {
  const query = `query($w: Boolean! = false) {
    coverage { insuredUnits basis @include(if: $w) { scope { zh } } } }`;
  await askFor(hub, "FI", query, "default");

  const entry = await entryFor(hub, "default");
  expect(listOf(entry["cells"])).toEqual([{ field: "CoverageFigure.insuredUnits", cells: 1 }]);
});

describe("an operation that is not answered", () => {
  it("is logged with what was denied, and with nothing delivered", async () => {
    const query = "{ policies { nodes { startDate writtenPremiumFen baseRatePermille } } }";
    await askFor(hub, "EM", query.replace(" baseRatePermille", ""), "denied");

    const entry = await entryFor(hub, "denied");
    expect(entry).toMatchObject({ outcome: "DENIED", level: 0, subjects_digest: null });
    expect(listOf(entry["denials"])).toEqual([
      { field: "Policy.writtenPremiumFen", mention: "SELECT" },
    ]);
    expect(listOf(entry["error_codes"])).toEqual(["FORBIDDEN"]);
    expect(listOf(entry["cells"])).toEqual([]);
  });

  it.each([
    ['{"query":"{ policies {"}', "GRAPHQL_PARSE_FAILED"],
    ['{"query":"{ nothing }"}', "GRAPHQL_VALIDATION_FAILED"],
    ['{"query":"query A { regions { totalCount } } query B { regions { totalCount } }"}', null],
    ['{"query":"{ policy(id: \\"no id\\") { id } }"}', "BAD_ID"],
    ["{", "BAD_REQUEST_JSON"],
    ["[]", "BAD_REQUEST_JSON"],
    ['{"query":"{ __proto__: regions { totalCount } }"}', "UNSAFE_NAME"],
  ])("because of %s is logged with its code", async (body, code) => {
    const before = (await storedEntries(hub)).length;
    const { body: answer } = await send(hub, "FI", body);

    const entry = (await entriesOnce(hub, before + 1)).at(-1);
    const expected = code ?? answer.errors?.[0]?.extensions["code"];
    expect(entry).toMatchObject({ outcome: "FAILED", organisation_code: "FI", level: 0 });
    expect(listOf(entry?.["error_codes"])).toEqual([expected]);
  });

  it.each(["%E4%B8", "%", "a%00b", "x".repeat(201)])(
    "because its purpose is %j is logged without one",
    async (purpose) => {
      const before = (await storedEntries(hub)).length;
      const { status } = await send(hub, "FI", JSON.stringify({ query: premiums }), {
        "hub-purpose": purpose,
      });

      const entry = (await entriesOnce(hub, before + 1)).at(-1);
      expect(status).toBe(400);
      expect(entry).toMatchObject({ purpose: null, outcome: "FAILED" });
    },
  );

  it("is nobody's when the token is refused, and then not logged", async () => {
    const before = (await storedEntries(hub)).length;
    await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer x" },
      body: JSON.stringify({ query: periods }),
    });
    await hub.ask("FI", premiums);

    expect(await storedEntries(hub)).toHaveLength(before + 1);
  });
});

describe("the log", () => {
  it("stores the same set of subjects once", async () => {
    await hub.ask("FI", premiums);
    const { subjectSets } = await verified(hub);
    await hub.ask("FI", premiums);
    await hub.ask("AU", premiums);

    expect((await verified(hub)).subjectSets).toBe(subjectSets);
  });

  it("is what the hub wrote", async () => {
    const { faults, entries, ends } = await verified(hub);

    expect(faults).toEqual([]);
    expect(entries).toBe(ends.seq);
    expect(hub.mistakes).toEqual([]);
  });
});
