import { getNamedType } from "graphql";
import type { OrganisationType } from "../../src/access/organisation-type";
import { trusted } from "../../src/database/sql";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { allModels } from "../../src/query/entity-model";
import { loadDemo } from "../../seeds/demo/load-demo";
import { reaches, type OracleCaller, type StoredRow, type World } from "../oracle/visible-rows";
import { givenHub, type TestHub } from "../setup/hub";

/* Every table × a caller of every kind, over demo data: the rows answered are those of the oracle. */

let hub: TestHub;
const world: World = {};

beforeAll(async () => {
  hub = await givenHub();
  await loadDemo({
    databaseUrl: hub.databaseUrl,
    enterprises: 120,
    seed: 7,
    today: "2026-07-15",
    withoutSubmitter: false,
    log: () => undefined,
  });
  for (const { table } of allModels())
    world[table] = (await hub.database.read(trusted(`SELECT * FROM \`${table}\``))) as StoredRow[];
});

afterAll(() => hub.close());

/** One or two organisations of each type of the demo. */
const callers = [
  "DEMO-EM-34",
  "DEMO-EM-3401",
  "DEMO-EM-340104",
  "DEMO-SR-34",
  "DEMO-FI-34",
  "DEMO-FI-3401",
  "DEMO-LF-34",
  "DEMO-IN-A",
  "DEMO-IN-B",
  "DEMO-SA-1",
  "DEMO-EN-1",
  "DEMO-AU-34",
];

function callerOf(code: string): OracleCaller {
  const row = world["organisation"]?.find((o) => o["code"] === code);
  if (!row) throw new Error(`the demo has no organisation ${code}`);
  const sectors = row["sectors"];
  return {
    type: row["type"] as OrganisationType,
    region: String(row["region_prefix"]),
    sectors: typeof sectors === "string" ? (JSON.parse(sectors) as string[]) : null,
    insurerId: row["insurer_id"] as string | null,
    serviceAgencyId: row["service_agency_id"] as string | null,
    enterpriseId: row["enterprise_id"] as string | null,
  };
}

interface List {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** All ids of a root list, page by page; null when the caller may not list it at all. */
async function listed(
  code: string,
  field: string,
): Promise<{ ids: string[]; total: number } | null> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const query = `query($after: String) { list: ${field}(first: 1000, after: $after) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const { body } = await hub.ask(code, query, { after });
    if (body.errors) {
      expect(body.errors[0]?.extensions["code"]).toBe("FORBIDDEN");
      return null;
    }
    const list = body.data?.["list"] as List;
    ids.push(...list.nodes.map(({ id }) => id));
    if (!list.pageInfo.hasNextPage) return { ids, total: list.totalCount };
    after = list.pageInfo.endCursor;
  }
}

const listArguments = "where,orderBy,first,after,last,before";

/** The root lists that take nothing but a page, a filter and an order, by the type they answer. */
const rootLists = new Map(
  Object.values(buildGraph(domains).schema.getQueryType()?.getFields() ?? {})
    .filter(({ args }) => args.map(({ name }) => name).join() === listArguments)
    .map(({ name, type }) => [getNamedType(type).name, name]),
);

for (const code of callers)
  describe(`to ${code}`, () => {
    it("each table answers, lists and counts exactly the rows within its scope", async () => {
      const caller = callerOf(code);
      const seen: Record<string, number> = {};
      for (const { name, table } of allModels()) {
        // It grows with every question asked here; its scopes are tested in log.readers.test.ts.
        if (table === "access_log_entry") continue;
        const answered = await listed(code, rootLists.get(`${name}Connection`) ?? "");
        if (!answered) continue;
        const expected = (world[table] ?? [])
          .filter((row) => reaches(table, row, caller, world))
          .map((row) => String(row["id"]));
        expect([table, [...answered.ids].sort()]).toEqual([table, expected.sort()]);
        expect([table, answered.total]).toEqual([table, expected.length]);
        seen[table] = expected.length;
      }
      expect(Object.keys(seen).length).toBeGreaterThan(8);
      expect(hub.mistakes).toEqual([]);
    });

    it("a row outside its scope is null by id, like one that does not exist", async () => {
      const caller = callerOf(code);
      const hidden = (world["enterprise"] ?? []).filter(
        (row) => !reaches("enterprise", row, caller, world),
      );
      for (const row of hidden.slice(0, 20)) {
        const { body } = await hub.ask(
          code,
          `{ enterprise(id: "${String(row["id"])}") { id name } }`,
        );
        expect(body).toEqual({ data: { enterprise: null } });
      }
    });
  });
