import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { modelNamed, type EntityModel } from "../../src/query/entity-model";

/* The order of a list tells how values compare, and its cursors hold them. */

/** The start of a hub whose list of policies is in this order. */
function startOrderedBy(by: string): () => unknown {
  return () => {
    const { order } = modelNamed("Policy") as { order: { -readonly [K in keyof Order]: Order[K] } };
    const usual = order.by;
    order.by = by;
    try {
      return buildGraph(domains);
    } finally {
      order.by = usual;
    }
  };
}

type Order = EntityModel["order"];

test.each([
  ["a field that some who list it read only in aggregates", "writtenPremiumFen", /may read/],
  ["a column that is not published", "enterpriseId", /not published/],
])("no hub starts with a list in the order of %s", (_title, by, message) => {
  expect(startOrderedBy(by)).toThrow(message);
});

test("a hub starts with a list in the order of a field that all who list it may read", () => {
  expect(startOrderedBy("signedOn")).not.toThrow();
});
