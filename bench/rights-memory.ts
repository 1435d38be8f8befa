import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parse, type DocumentNode, type OperationDefinitionNode } from "graphql";
import type { Grant } from "../src/access/grant";
import { rightsOf } from "../src/access/rights";
import { domains } from "../src/domain/domains";
import { Authoriser } from "../src/graph/authorise";
import { CallerSchemas } from "../src/graph/caller-schema";
import { buildGraph } from "../src/graph/schema";
import { fields } from "./read";

const organisations = 200;
const documents = 20;

/**
 * Memory of organisations whose rights are all different (each holds a grant of its own, which is
 * the worst case: organisations with equal rights share everything), each with its own schema and
 * with decisions on twenty documents.
 */
export function benchRightsMemory(): void {
  const graph = buildGraph(domains);
  const schemas = new CallerSchemas(graph.schema, graph.labels);
  const authoriser = new Authoriser(graph.schema, graph);
  const parsed = Array.from({ length: documents }, (_, i) =>
    parse(`query Q${String(i)} { policies { nodes { ${fields} } } }`),
  );
  const use = (n: number): void => {
    const rights = rightsOf("EMERGENCY", [grantNumber(n)], 1);
    for (const document of parsed)
      authoriser.decide({ document, operation: operationOf(document), variables: {} }, rights);
    schemas.of({ type: "EMERGENCY", rights }).usable();
  };
  for (let n = 0; n < 10; n++) use(n);
  const before = heapUsed();
  for (let n = 10; n < 10 + organisations; n++) use(n);
  const each = (heapUsed() - before) / organisations;
  process.stdout.write(
    `memory per further organisation, all with rights of their own: ` +
      `${(each / 1024).toFixed(1)} KiB (${String(organisations)} measured); limit 1,024 KiB\n`,
  );
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  return definitions[0] as OperationDefinitionNode;
}

function grantNumber(n: number): Grant {
  return {
    id: `grt_${String(n)}`,
    effect: "NARROW",
    on: { label: n % 2 ? "enterpriseContact" : "hazardDetail" },
    right: "-",
    rows: { kind: "REGION", value: `34${String(n).padStart(4, "0")}` },
  };
}

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
