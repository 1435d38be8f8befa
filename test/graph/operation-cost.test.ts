import { parse, type OperationDefinitionNode } from "graphql";
import { Database } from "../../src/database/database";
import { migrate } from "../../src/database/migrate";
import { joinSql, sql, trusted, value } from "../../src/database/sql";
import { domains } from "../../src/domain/domains";
import { storedEntities } from "../../src/domain/stored-entities";
import { HubError } from "../../src/error/hub-error";
import { checkCost, costMax, operationCost } from "../../src/graph/operation-cost";
import { buildGraph } from "../../src/graph/schema";
import { magnitude, TableSizes } from "../../src/query/table-sizes";
import { givenDatabase, type TestDatabase } from "../setup/database";

let place: TestDatabase;
let database: Database;
let sizes: TableSizes;
const { schema } = buildGraph(domains);

beforeAll(async () => {
  place = await givenDatabase();
  await migrate(place.url, storedEntities);
  database = new Database(place.url);
  sizes = await TableSizes.open(database);
});

afterAll(async () => {
  sizes.stop();
  await database.close();
  await place.drop();
});

function costOf(
  text: string,
  variables: Record<string, unknown> = {},
  of: Pick<TableSizes, "of"> = sizes,
) {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return operationCost({ schema, document, operation, variables }, of);
}

/* A unit is a row; 1 is what every operation costs. Small tables count as 50,000 rows. */
const table: readonly [string, object, number][] = [
  ["{ __typename }", {}, 1],
  ["{ policies { nodes { id } } }", {}, 1 + 50],
  ["{ policies(first: 7) { nodes { id } } }", {}, 1 + 7],
  ["{ policies(last: 7) { nodes { id } } }", {}, 1 + 7],
  ["query($n: Int) { policies(first: $n) { nodes { id } } }", { n: 9 }, 1 + 9],
  ["{ a: policies(first: 7) { nodes { id } } b: policies(first: 8) { nodes { id } } }", {}, 1 + 15],
  [
    "{ enterprises(first: 10) { nodes { policies(first: 20) { nodes { id } } } } }",
    {},
    1 + 10 + 200,
  ],
  [
    "{ enterprises(first: 10) { ...E } } fragment E on EnterpriseConnection { nodes { policies(first: 20) { nodes { id } } } }",
    {},
    1 + 10 + 200,
  ],
  // To-one relations add no rows.
  ["{ policies(first: 7) { nodes { enterprise { name } insurer { name } } } }", {}, 1 + 7],
  // No table has more rows than it has.
  [
    "{ enterprises(first: 1000) { nodes { policies(first: 1000) { nodes { id } } } } }",
    {},
    1 + 1000 + 50_000,
  ],
  // A count looks at rows without reading them: 50 for a unit.
  ["{ policies(first: 0) { totalCount } }", {}, 1 + 1000],
  ["{ coverage { insuredUnits } }", {}, 1 + 2000],
  ["{ policiesAggregate { total { count { value } } } }", {}, 1 + 1000],
  // Conditions and orders: 500 rows for a unit, of each table that is named.
  ["{ policies(first: 7, where: {}) { nodes { id } } }", {}, 1 + 7 + 100],
  ["{ policies(first: 7, orderBy: { field: POLICY_NO }) { nodes { id } } }", {}, 1 + 7 + 100],
  [
    "query($w: PolicyWhere) { policies(first: 7, where: $w) { nodes { id } } }",
    { w: { enterprise: { hazards: { some: {}, none: {} } } } },
    1 + 7 + 400,
  ],
  // A text anywhere in a value: 25 rows for a unit.
  [
    '{ policies(first: 7, where: { not: { policyNo: { contains: "7" } } }) { nodes { id } } }',
    {},
    1 + 7 + 100 + 2000,
  ],
];

describe("what an operation costs", () => {
  it.each(table)("%s with %j is %i", (text, variables, units) => {
    expect(costOf(text, variables as Record<string, unknown>).units).toBe(units);
  });

  it("is refused above the limit, with the cost, the limit and the dearest place", () => {
    const cost = costOf("{ enterprises(first: 1000) { nodes { policies { nodes { id } } } } }");
    const refused = (): HubError => {
      try {
        checkCost(cost);
      } catch (error) {
        if (error instanceof HubError) return error;
      }
      throw new Error("was accepted");
    };

    expect(refused().extensions).toMatchObject({
      code: "DOCUMENT_TOO_EXPENSIVE",
      cost: 1 + 1000 + 50_000,
      limit: costMax,
      place: "enterprises.nodes.policies",
      part: 50_000,
    });
  });

  it("is too much for a search through millions of rows, and not for one with an index", () => {
    const millions = { of: () => 2_000_000 };
    const search =
      '{ policies(first: 1, where: { policyNo: { contains: "7" } }) { nodes { id } } }';
    const lookup = search.replace("contains", "startsWith");

    expect(() => {
      checkCost(costOf(search, {}, millions));
    }).toThrow("policies");
    checkCost(costOf(lookup, {}, millions));
  });

  it("grows with the table only in steps", async () => {
    expect([0, 50_000, 50_001, 100_000, 100_001, 320_000, 1_000_000, 1_000_001].map(magnitude)) //
      .toEqual([50_000, 50_000, 100_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000]);

    const rows = joinSql(
      Array.from({ length: 1000 }, (_, n) => sql`(${value(n)})`),
      ",",
    );
    await database.transaction(async (t) => {
      await t.execute(trusted("CREATE TABLE many (n INT)"));
      await t.execute(sql`INSERT INTO many VALUES ${rows}`);
      await t.execute(trusted("INSERT INTO many SELECT a.n FROM many a, many b LIMIT 79000"));
      await t.query(trusted("ANALYZE TABLE many"));
    });
    const read = await TableSizes.open(database);
    read.stop();
    expect([read.of("many"), read.of("policy")]).toEqual([100_000, 50_000]);
  });
});
