import { getNamedType, isEnumType, isInputObjectType } from "graphql";
import { organisationTypes, type OrganisationType } from "../../src/access/organisation-type";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { allModels, modelOf, type EntityModel } from "../../src/query/entity-model";
import { operatorsOf } from "../../src/query/filter/operators";
import { orderFieldsOf } from "../../src/query/order/order-key";
import { mayKnow, mayMention } from "../oracle/specified-mentions";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { deniedIn, mayUse } from "./mention-answers";

/*
 * Every field in a filter and in an order × every organisation type, over HTTP, against the
 * hand-written matrix: what counts is the field of the entity, wherever the input type is used.
 */

const graph = buildGraph(domains);
const partsMax = 30;
let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  for (const type of organisationTypes) await givenOrganisation(hub.database, type, type);
});

afterAll(() => hub.close());

/** A selection that mentions fields besides the root and what stands below it. */
interface Part {
  readonly text: string;
  readonly mentions: readonly string[];
  /** The field as it is written in the text. */
  readonly written: string;
}

/** The root list of an entity. */
function rootOf({ name }: EntityModel): string | undefined {
  const fields = Object.values(graph.schema.getQueryType()?.getFields() ?? {});
  return fields.find((field) => getNamedType(field.type).name === `${name}Connection`)?.name;
}

const listed = allModels().flatMap((model) => {
  const root = rootOf(model);
  return root ? [{ model, root }] : [];
});

/** Some operand for a field: the first value of an enum, or text that every scalar takes. */
function operand(model: EntityModel, name: string): string | null {
  const type = graph.schema.getType(`${model.name}Where`);
  const field = isInputObjectType(type) ? type.getFields()[name] : undefined;
  const filter = field && getNamedType(field.type);
  const of = model.fields.get(name);
  if (!isInputObjectType(filter) || !of) return null;
  const operator = "eq" in operatorsOf(of) ? "eq" : "has";
  const value = filter.getFields()[operator];
  const given = value && getNamedType(value.type);
  if (isEnumType(given)) return `{${operator}: ${given.getValues()[0]?.name ?? ""}}`;
  const samples: Record<string, string> = {
    ID: `"${model.idPrefix}_00000000000000000000"`,
    String: '"34"',
    Int: "1",
    Boolean: "true",
    Day: '"2026-07-01"',
    Instant: '"2026-07-01T00:00:00Z"',
    Fen: '"1"',
    Decimal: '"1.00"',
  };
  return `{${operator}: ${samples[given?.name ?? ""] ?? "?"}}`;
}

function filters({ model, root }: (typeof listed)[number]): Part[] {
  const of = (name: string, given: string, nested = ""): Part => ({
    text: `${root}(first: 1, where: {not: {${name}: ${given}}}) { __typename${nested} }`,
    mentions: [`Query.${root} SELECT`, `${model.name}.${name} FILTER`],
    written: name,
  });
  return [
    ...[...model.fields.keys()].flatMap((name) => {
      const given = operand(model, name);
      return given ? [of(name, given)] : [];
    }),
    ...[...model.relations.values()].map(({ name, many }) => of(name, many ? "{some: {}}" : "{}")),
  ];
}

function orders({ model, root }: (typeof listed)[number]): Part[] {
  return [...orderFieldsOf(model)].map(([name, { field, through }]) => {
    const owner = through ? modelOf(through.target()) : model;
    return {
      text: `${root}(first: 1, orderBy: [{field: ${name}}]) { __typename }`,
      mentions: [
        `Query.${root} SELECT`,
        ...(through ? [`${model.name}.${through.name} ORDER`] : []),
        `${owner.name}.${field.name} ORDER`,
      ],
      written: name,
    };
  });
}

function isKnown(type: OrganisationType, { mentions }: Part): boolean {
  return mentions.every((mention) => {
    const label = graph.labels.fields.get(mention.split(" ")[0] ?? "");
    return label !== undefined && mayKnow(type, label);
  });
}

describe.each(organisationTypes)("to %s", (type) => {
  it.each([
    ["filter", filters, 350],
    ["order", orders, 900],
  ] as const)("each field in a %s is denied as specified", async (_way, parts, least) => {
    const all = listed.flatMap(parts).filter((part) => isKnown(type, part));
    const wrong: string[] = [];
    for (let from = 0; from < all.length; from += partsMax) {
      const some = all.slice(from, from + partsMax);
      const text = some.map((part, n) => `a${String(n)}: ${part.text}`).join(" ");
      const { body } = await hub.ask(type, `{ ${text} }`);
      const expected = [...new Set(some.flatMap(({ mentions }) => mentions))].filter(
        (mention) => !mayUse(graph, type, mention),
      );
      const got = deniedIn(graph, type, body);
      wrong.push(...expected.filter((denial) => !got.includes(denial)).map((d) => `allowed: ${d}`));
      wrong.push(...got.filter((denial) => !expected.includes(denial)).map((d) => `denied: ${d}`));
    }
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(least);
  });

  it("a field it may not know of is in filters and orders like one that does not exist", async () => {
    const hidden = listed
      .flatMap((of) => [...filters(of), ...orders(of)])
      .filter((part) => !isKnown(type, part));
    for (const { text, written } of hidden) {
      const named = new RegExp(`\\b${written}\\b`, "g");
      const { body } = await hub.ask(type, `{ ${text} }`);
      const made = await hub.ask(type, `{ ${text.replace(named, "madeUp")} }`);
      const said = body.errors?.map(({ message, extensions: { code } }) => ({ message, code }));
      expect(said?.[0]?.code).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(JSON.stringify(said).replace(named, "madeUp")).toBe(
        JSON.stringify(
          made.body.errors?.map(({ message, extensions: { code } }) => ({ message, code })),
        ),
      );
    }
    // Data of level 4 are listed, so there is something to hide from someone.
    if (type === "SERVICE_AGENCY") expect(hidden.length).toBeGreaterThan(3);
  });

  it("introspection shows what it may filter and order by, and nothing else", async () => {
    for (const { model } of listed) {
      const { body } = await hub.ask(
        type,
        `{ w: __type(name: "${model.name}Where") { inputFields { name } }
           o: __type(name: "${model.name}OrderField") { enumValues { name } } }`,
      );
      const { w, o } = body.data as Record<string, Record<string, { name: string }[]> | null>;
      const shown = (w?.["inputFields"] ?? []).map(({ name }) => name);
      expect([model.name, ...shown.sort()]).toEqual([model.name, ...filterable(type, model)]);
      const ordered = (o?.["enumValues"] ?? []).map(({ name }) => name);
      expect([model.name, ...ordered]).toEqual([model.name, ...orderable(type, model)]);
    }
  });
});

function filterable(type: OrganisationType, model: EntityModel): string[] {
  // What can neither be listed nor counted is reached from nowhere, and its input types with it.
  const ways = ["SELECT", "AGGREGATE"].filter((way) => mayMention(type, model.label, way));
  if (ways.length === 0) return [];
  const own = [...model.fields.values()].filter(
    (field) => mayMention(type, field.label, "FILTER") && operand(model, field.name) !== null,
  );
  const related = [...model.relations.values()].filter(
    ({ label, target }) =>
      mayMention(type, label, "FILTER") &&
      [...modelOf(target()).fields.values()].some((f) => mayMention(type, f.label, "FILTER")),
  );
  const names = [...own, ...related].map(({ name }) => name);
  return names.length ? [...names, "and", "not", "or"].sort() : [];
}

function orderable(type: OrganisationType, model: EntityModel): string[] {
  if (!mayMention(type, model.label, "SELECT")) return [];
  return [...orderFieldsOf(model)]
    .filter(
      ([, { field, through }]) =>
        mayMention(type, field.label, "ORDER") &&
        (!through || mayMention(type, through.label, "ORDER")),
    )
    .map(([name]) => name);
}
