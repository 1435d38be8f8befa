import { parse, print } from "graphql";
import type { Operation } from "../../audit/operations/operation";
import { shrink, smallerOnes } from "../../audit/shrink";

function operation(text: string, variables: Record<string, unknown> = {}): Operation {
  return { document: parse(text, { noLocation: true }), variables };
}

const text = ({ document }: Operation): string => print(document).replace(/\s+/g, " ");

test("an operation shrinks to what still shows the difference", async () => {
  const large = operation(
    `query ($n: Int, $yes: Boolean!, $ids: [ID!]!) {
      regions(first: $n) { totalCount nodes { id ...F } }
      a1: policies(first: 3, after: "x") { edges { cursor node { ... on Policy { id phone } } } }
      entities(ids: $ids) { id @include(if: $yes) }
    } fragment F on Region { name code }`,
    { n: 3, yes: true, ids: ["a", "b", "c", "d"] },
  );

  const small = await shrink(large, (smaller) => Promise.resolve(text(smaller).includes("phone")));

  expect(text(small)).toBe("{ policies { edges { node { phone } } } }");
  expect(small.variables).toEqual({});
});

test("lists in variables shrink, too", async () => {
  const large = operation("query ($ids: [ID!]!) { entities(ids: $ids) { id } }", {
    ids: ["a", "b", "c", "d", "e"],
  });

  const small = await shrink(large, ({ variables }) =>
    Promise.resolve((variables["ids"] as string[] | undefined)?.includes("d") ?? false),
  );

  expect(small.variables).toEqual({ ids: ["d"] });
});

test("an operation that shows nothing when asked again stays as it is", async () => {
  const large = operation("{ a { id } b { id } }");
  expect(await shrink(large, () => Promise.resolve(false))).toBe(large);
});

test("what is left out leaves no fragment or variable without a use behind", async () => {
  const large = operation(
    "query ($n: Int) { keep a { ...F } } fragment F on A { b(first: $n) { ...G } } fragment G on B { c }",
    { n: 1 },
  );

  const small = await shrink(large, (smaller) => Promise.resolve(text(smaller).includes("keep")));

  expect(text(small)).toBe("{ keep }");
  expect([...smallerOnes(small)].length).toBeGreaterThan(0);
});
