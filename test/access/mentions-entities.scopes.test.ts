import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLObjectType,
} from "graphql";
import { Callers } from "../../src/access/callers";
import { organisationTypes, type OrganisationType } from "../../src/access/organisation-type";
import { entityId } from "../../src/database/entity-id";
import { domains } from "../../src/domain/domains";
import { domainNames, type DomainName } from "../../src/graph/domain-module";
import { subgraphSchema } from "../../src/graph/federation/subgraph-schema";
import { buildGraph } from "../../src/graph/schema";
import { modelNamed } from "../../src/query/entity-model";
import { openGatewayKey } from "../../src/server/authentication/gateway-key";
import { createSigner, signatureHeader, type Sign } from "../../src/server/gateway/signature";
import { serveSubgraph } from "../../src/server/gateway/start-subgraph";
import { hubParts } from "../../src/server/start-hub";
import { mayKnow } from "../oracle/specified-mentions";
import { givenHub, givenOrganisation, testNow, type Answer, type TestHub } from "../setup/hub";
import { deniedIn, expectedDenials } from "./mention-answers";

/* Every field of every entity of every subgraph, asked by `_entities` as the gateway asks. */

const graph = buildGraph(domains);
const ports = new Map<DomainName, number>();
const stops: (() => Promise<void>)[] = [];
let hub: TestHub;
let sign: Sign;
let callers: Callers;

beforeAll(async () => {
  hub = await givenHub();
  for (const type of organisationTypes) await givenOrganisation(hub.database, type, type);
  const parts = await hubParts(hub.config, hub.environment);
  stops.push(() => parts.database.close());
  const key = await openGatewayKey(hub.config);
  sign = createSigner(key);
  callers = parts.callers;
  for (const domain of domainNames) {
    const server = await serveSubgraph(parts, graph, domain, key);
    ports.set(domain, server.port);
    stops.unshift(() => server.stop());
  }
});

afterAll(async () => {
  for (const stop of stops) await stop();
  await hub.close();
});

async function askSigned(
  domain: DomainName,
  type: OrganisationType,
  selections: string,
): Promise<Answer["body"]> {
  const of = entitiesOf(domain)[0]?.name ?? "";
  const representation = { __typename: of, id: entityId(modelNamed(of)?.idPrefix ?? "xxx", "x") };
  const query = `query($r: [_Any!]!) { ${selections} }`;
  const body = JSON.stringify({ query, variables: { r: [representation] } });
  const rightsKey = (await callers.ofCode(type))?.rights.key ?? "";
  const organisationId = entityId("org", type);
  const signed = { subgraph: domain, organisationId, person: type, rightsKey, body };
  const response = await fetch(`http://127.0.0.1:${String(ports.get(domain))}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      [signatureHeader]: await sign(signed, testNow),
    },
    body,
  });
  return (await response.json()) as Answer["body"];
}

/** The entities a subgraph answers for, with the fields it has of them. */
function entitiesOf(domain: DomainName): GraphQLObjectType[] {
  const union = subgraphSchemas.get(domain)?.getType("_Entity");
  return isUnionType(union) ? [...union.getTypes()] : [];
}

const subgraphSchemas = new Map(domainNames.map((name) => [name, subgraphSchema(graph, name)]));

function textOf(type: GraphQLObjectType, name: string): string {
  const field = type.getFields()[name];
  return field && isCompositeType(getNamedType(field.type)) ? `${name} { __typename }` : name;
}

describe.each(domainNames)("the subgraph %s", (domain) => {
  it.each(organisationTypes)("denies to %s by _entities what the matrix denies", async (type) => {
    const mentions: string[] = [];
    const selections = entitiesOf(domain).map((entity) => {
      const names = Object.keys(entity.getFields()).filter((name) =>
        mayKnow(type, graph.labels.fields.get(`${entity.name}.${name}`) ?? "?"),
      );
      mentions.push(...names.map((name) => `${entity.name}.${name} SELECT`));
      const fields = names.map((name) => textOf(entity, name)).join(" ");
      // Each under a name of its own: fields of the same name may be of different types.
      return `${entity.name}: _entities(representations: $r) { ... on ${entity.name} { ${fields} } }`;
    });

    const body = await askSigned(domain, type, selections.join(" "));

    expect(deniedIn(graph, type, body).sort()).toEqual(
      expectedDenials(graph, type, mentions).sort(),
    );
  });

  it("answers for a field nobody may know of as for one that does not exist", async () => {
    for (const type of organisationTypes)
      for (const entity of entitiesOf(domain))
        for (const name of Object.keys(entity.getFields())) {
          if (mayKnow(type, graph.labels.fields.get(`${entity.name}.${name}`) ?? "?")) continue;
          const nothing = "z".repeat(name.length);
          const select = (field: string): string =>
            `_entities(representations: $r) { ... on ${entity.name} { ${field} } }`;
          const hidden = await askSigned(domain, type, select(textOf(entity, name)));
          const absent = await askSigned(domain, type, select(nothing));
          expect(hidden.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
          expect(JSON.stringify(hidden).replaceAll(name, nothing)).toBe(JSON.stringify(absent));
        }
  });
});

it("every entity is asked for in the subgraphs, and none reports a mistake", () => {
  const asked = new Set(
    domainNames.flatMap((domain) => entitiesOf(domain).map(({ name }) => name)),
  );
  const published = Object.values(graph.schema.getTypeMap()).filter(
    (type) => isObjectType(type) && modelNamed(type.name) !== undefined,
  );

  expect([...asked].sort()).toEqual(published.map(({ name }) => name).sort());
  expect(hub.mistakes).toEqual([]);
});
