import { parse, print } from "graphql";
import { domains } from "../../src/domain/domains";
import { domainNames, type DomainName } from "../../src/graph/domain-module";
import { slicesOf } from "../../src/graph/federation/slice";
import { subgraphSchema } from "../../src/graph/federation/subgraph-schema";
import { buildGraph, type Graph } from "../../src/graph/schema";
import { modelNamed } from "../../src/query/entity-model";
import { recordTypes } from "../../src/submission/record-type";
import { labelOfTheRun } from "../worlds/declassified";
import type { Random } from "../random";
import type { OracleHolder } from "../../test/oracle/visible-cells";
import { figureMaker } from "./figure-values";
import { filterMaker } from "./filter-values";
import { grantMaker } from "./grant-values";
import { Knowledge } from "./knowledge";
import type { Operation } from "./operation";
import { OperationGenerator } from "./operation-generator";
import { Pool } from "./pool";
import { submissionMaker } from "./submission-values";
import { ValueGenerator, type MakeObject } from "./value-generator";

const introspections = [
  "{ __schema { types { name kind fields { name args { name } } } } }",
  "{ __schema { queryType { fields { name type { name } } } directives { name } } }",
  "{ __schema { types { name inputFields { name } enumValues { name } possibleTypes { name } } } }",
].map((text) => parse(text, { noLocation: true }));

/** The schemas to ask; built once per process. */
export interface Schemas {
  readonly graph: Graph;
  readonly subgraphs: ReadonlyMap<DomainName, { schema: Graph["schema"]; entities: string[] }>;
}

/** Builds the merged schema and those of the subgraphs. */
export function buildSchemas(): Schemas {
  const graph = buildGraph(domains);
  const slices = slicesOf(graph);
  const withEntities = domainNames.flatMap((name) => {
    const slice = [...(slices.get(name) ?? [])];
    const entities = slice.flatMap(([type, { kind }]) =>
      kind.endsWith(" entity") && modelNamed(type)?.label !== labelOfTheRun ? [type] : [],
    );
    return entities.length
      ? [[name, { schema: subgraphSchema(graph, name), entities }] as const]
      : [];
  });
  return { graph, subgraphs: new Map(withEntities) };
}

/** How one organisation is to be heard. */
export interface Wishes {
  readonly holder: OracleHolder;
  /** Code of the organisation. */
  readonly own: string;
  /** Parts of a hundred: mutations, entity lookups, introspections; the rest are queries. */
  readonly mutations: number;
  readonly entities: number;
  /** How many of the subgraphs are asked for entities. */
  readonly subgraphs: number;
  /** Whether submissions may be stored; without it they are only judged. */
  readonly live: boolean;
  readonly enterprises: readonly string[];
  /** The share of operations that ask what is likely to be denied. */
  readonly boldShare: number;
  /** Root fields that half of the queries ask; none: all alike. */
  readonly asks: readonly string[];
}

/** An endless supply of operations of one organisation. */
export class Operations {
  readonly knowledge: Knowledge;
  readonly schema: Graph["schema"];
  private readonly merged: OperationGenerator;
  private readonly ofSubgraphs: readonly OperationGenerator[];

  constructor(
    schemas: Schemas,
    readonly pool: Pool,
    private readonly wishes: Wishes,
    private readonly random: Random,
  ) {
    this.schema = schemas.graph.schema;
    this.knowledge = new Knowledge(schemas.graph, wishes.holder);
    const { knowledge } = this;
    const { enterprises, live, own } = wishes;
    const submission = submissionMaker({ pool, random, enterprises, live });
    const grant = grantMaker({ pool, random, own });
    const filter = filterMaker({ pool, random, knowledge });
    const figure = figureMaker({ pool, random, knowledge });
    const make: MakeObject = (type) =>
      submission(type) ?? grant(type) ?? figure(type) ?? filter(type);
    const values = new ValueGenerator(pool, random, make);
    const { boldShare, asks } = wishes;
    const { schema } = this;
    this.merged = new OperationGenerator({ schema, knowledge, values, random, boldShare, asks });
    // Each costs a server of its own; over seeds and organisations all are asked.
    const asked = random.some([...schemas.subgraphs], wishes.subgraphs);
    this.ofSubgraphs = asked.map(
      ([subgraph, { schema: slice, entities }]) =>
        new OperationGenerator({
          ...{ schema: slice, knowledge, random, subgraph, boldShare, asks: [] },
          values: new ValueGenerator(pool, random, make, entities),
        }),
    );
  }

  next(): Operation {
    const { mutations, entities } = this.wishes;
    const kind = this.random.weighted({
      mutations,
      entities,
      schema: 2,
      query: 100 - mutations - entities,
    });
    if (kind === "schema") return { document: this.random.pick(introspections), variables: {} };
    if (kind === "entities") return this.random.pick(this.ofSubgraphs).query();
    const mutation = kind === "mutations" ? this.merged.mutation(isSubmission) : null;
    const operation = mutation ?? this.merged.query();
    this.pool.keepDocument(print(operation.document));
    return operation;
  }
}

/**
 * Grants would change what both worlds may show, `answerOnlyRegistered` would end the audit (from
 * then on its documents are all refused, whatever the data), and what is registered is asked for by
 * other requests than these; the mutations of all three have tests of their own.
 */
function isSubmission(field: string): boolean {
  return recordTypes().some(({ mutation }) => mutation === field);
}
