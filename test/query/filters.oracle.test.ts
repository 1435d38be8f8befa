import fc from "fast-check";
import type { OrganisationType } from "../../src/access/organisation-type";
import { identifier, sql, trusted } from "../../src/database/sql";
import { allModels, modelNamed, type EntityModel } from "../../src/query/entity-model";
import { expressionSql, valueOf } from "../../src/query/select";
import { loadDemo } from "../../seeds/demo/load-demo";
import { FilteredRows } from "../oracle/filtered-rows";
import { mayMention } from "../oracle/specified-mentions";
import type { OracleCaller, StoredRow, World } from "../oracle/visible-rows";
import { givenHub, type TestHub } from "../setup/hub";
import { RandomFilters } from "./random-filters";

/* Random filters × orders × pages, as several organisations: what plain JavaScript finds. */

const seed = Number(process.env["FC_SEED"] ?? 20_261_122);
const runs = Number(process.env["FC_RUNS"] ?? 40);
const today = "2026-07-15";
let hub: TestHub;
const world: World = {};

beforeAll(async () => {
  hub = await givenHub();
  await loadDemo({
    databaseUrl: hub.databaseUrl,
    enterprises: 100,
    seed: 7,
    today,
    withoutSubmitter: false,
    log: () => undefined,
  });
  for (const { table } of allModels())
    world[table] = (await hub.database.read(trusted(`SELECT * FROM \`${table}\``))) as StoredRow[];
});

afterAll(() => hub.close());

const callers = [
  "DEMO-EM-3401",
  "DEMO-EM-340104",
  "DEMO-SR-34",
  "DEMO-FI-34",
  "DEMO-IN-A",
  "DEMO-SA-1",
  "DEMO-EN-1",
  "DEMO-AU-34",
];

const lists: Readonly<Record<string, string>> = {
  policies: "Policy",
  enterprises: "Enterprise",
  claims: "Claim",
  hazards: "Hazard",
  serviceRecords: "ServiceRecord",
  servicePlans: "ServicePlan",
  feeEntries: "FeeEntry",
  experts: "Expert",
  insurers: "Insurer",
  regions: "Region",
};

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
    organisationId: row["id"] as string,
  };
}

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: Record<"startCursor" | "endCursor", string | null> &
    Record<"hasNextPage" | "hasPreviousPage", boolean>;
}

/** All pages of a list, joined; every one of them counts the same. */
async function pages(
  code: string,
  list: string,
  where: object,
  orderBy: string[],
  [size, backward]: [number, boolean],
): Promise<string[]> {
  const type = `${lists[list] ?? ""}Where`;
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const way = backward
      ? `last: ${String(size)}, before: $c`
      : `first: ${String(size)}, after: $c`;
    const order = orderBy.length ? `, orderBy: [${orderBy.join(", ")}]` : "";
    const query = `query ($w: ${type}!, $c: String) { ${list}(where: $w${order}, ${way}) {
      totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const { body, text } = await hub.ask(code, query, { w: where, c: cursor });
    const page = body.data?.[list] as Page | undefined;
    if (!page) throw new Error(`${code} ${list} ${JSON.stringify(where)} ${text}`);
    const read = page.nodes.map(({ id }) => id);
    if (backward) ids.unshift(...read);
    else ids.push(...read);
    if (!(backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage)) {
      expect(page.totalCount).toBe(ids.length);
      return ids;
    }
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
  }
}

function modelOfList(list: string): EntityModel {
  const model = modelNamed(lists[list] ?? "");
  if (!model) throw new Error(list);
  return model;
}

/** The same numbers for the same start (mulberry32). */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test.each(callers)("%s gets the rows that the filter means, page by page", async (code) => {
  const caller = callerOf(code);
  const oracle = new FilteredRows(world, caller, today);
  const allowed = Object.keys(lists).filter((list) =>
    mayMention(caller.type, modelOfList(list).label, "SELECT"),
  );
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...allowed),
      fc.integer(),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      async (list, start, size, backward) => {
        const model = modelOfList(list);
        const random = new RandomFilters(world, caller.type, numbersFrom(start));
        const where = random.where(model);
        const { fields, keys } = random.orderBy(model);
        const expected = oracle.ids(model, where, keys);
        found += expected.length ? 1 : 0;
        const step = Math.max(size, Math.ceil(expected.length / 6));
        const got = await pages(code, list, where, fields, [step, backward]);
        expect({ list, where, fields, got }).toEqual({ list, where, fields, got: expected });
      },
    ),
    { seed, numRuns: runs },
  );
  // A filter that nothing passes proves little.
  expect(found).toBeGreaterThan(runs / 8);
});

test.each(callers)("%s gets with a filter and its opposite all rows", async (code) => {
  const caller = callerOf(code);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("policies", "enterprises"), fc.integer(), async (list, n) => {
      const random = new RandomFilters(world, caller.type, numbersFrom(n));
      const where = random.where(modelOfList(list));
      const type = `${lists[list] ?? ""}Where`;
      const query = `query ($w: ${type}!) { yes: ${list}(where: $w) { totalCount }
        no: ${list}(where: {not: $w}) { totalCount } all: ${list} { totalCount } }`;
      const { body } = await hub.ask(code, query, { w: where });
      const { yes, no, all } = body.data as Record<string, { totalCount: number }>;
      expect((yes?.totalCount ?? 0) + (no?.totalCount ?? 0)).toBe(all?.totalCount);
    }),
    { seed, numRuns: Math.ceil(runs / 2) },
  );
});

test("the conditions that indexes serve are true where the value is", async () => {
  for (const model of allModels())
    for (const field of model.fields.values())
      for (const [value, condition] of Object.entries(field.valueConditions ?? {})) {
        // Around today, so that each branch of the expression has its rows.
        for (const today of [
          "2026-03-01",
          "2026-03-02",
          "2026-08-01",
          "2026-12-01",
          "2027-01-02",
        ]) {
          const clock = { today, now: `${today} 00:00:00.000000` };
          const is = expressionSql(condition, clock, "t");
          const stored = trusted(
            field.kind === "boolean" ? String(value === "true" ? 1 : 0) : `'${value}'`,
          );
          const [row] = await hub.database.read(
            sql`SELECT COUNT(*) AS n FROM ${identifier(model.table)} t
              WHERE (${is} IS TRUE) <> (${valueOf(model, field.name, clock)} = ${stored})`,
          );
          expect([field.name, value, today, Number(row?.["n"])]).toEqual([
            field.name,
            value,
            today,
            0,
          ]);
        }
      }
});
