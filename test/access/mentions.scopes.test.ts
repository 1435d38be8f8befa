import { organisationTypes, type OrganisationType } from "../../src/access/organisation-type";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { mayKnow } from "../oracle/specified-mentions";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { deniedIn, expectedDenials, mayUse } from "./mention-answers";
import { argumentDocuments, inputDocuments } from "./mention-arguments";
import { hiddenDocuments, nameOfNothing } from "./mention-hidden";
import { batched, documentsIn, joined, styles, type MentionDocument } from "./mention-documents";
import { Mentions } from "./mention-paths";

/*
 * Every published field × every organisation type × every way of mentioning it, over HTTP, against
 * the hand-written matrix. The documents are made from the schema: what is published tomorrow is
 * covered tomorrow, and what this does not know how to mention fails it.
 */

const graph = buildGraph(domains);
let hub: TestHub;

beforeAll(async () => {
  hub = await givenHub();
  for (const type of organisationTypes) await givenOrganisation(hub.database, type, type);
});

afterAll(() => hub.close());

/** What differs between the denials the specification asks for and those that came. */
async function wronglyDecided(
  type: OrganisationType,
  documents: readonly (MentionDocument & { variables?: object })[],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { text, mentions, variables } of documents) {
    const expected = expectedDenials(graph, type, mentions);
    const { body } = await hub.ask(type, text, variables);
    const got = deniedIn(graph, type, body);
    wrong.push(
      ...expected.filter((denial) => !got.includes(denial)).map((denial) => `allowed: ${denial}`),
      ...got.filter((denial) => !expected.includes(denial)).map((denial) => `denied: ${denial}`),
      ...got.filter((denial, at) => got.indexOf(denial) !== at).map((denial) => `twice: ${denial}`),
    );
  }
  return wrong;
}

describe.each(organisationTypes)("to %s", (type) => {
  const known = new Mentions(graph, (coordinate) => {
    const label = graph.labels.fields.get(coordinate);
    return label !== undefined && !mayKnow(type, label);
  });

  it.each(styles)("each mention by selection (%s) is denied as specified", async (style) => {
    const documents = documentsIn(style, known);

    const mentioned = new Set(documents.flatMap(({ mentions }) => [...mentions]));
    expect(mentioned.size).toBeGreaterThan(600);
    expect(await wronglyDecided(type, documents)).toEqual([]);
  });

  it("each mention by an argument is denied as specified", async () => {
    const documents = argumentDocuments(known);

    expect(new Set(documents.flatMap(({ mentions }) => [...mentions])).size).toBeGreaterThan(40);
    expect(await wronglyDecided(type, documents)).toEqual([]);
  });

  it.each(["literal", "variable"] as const)(
    "each mention by an input field (%s), and each call, is denied as specified",
    async (given) => {
      const documents = inputDocuments(known, given);

      expect(new Set(documents.flatMap(({ mentions }) => [...mentions])).size).toBeGreaterThan(150);
      expect(await wronglyDecided(type, documents)).toEqual([]);
    },
  );

  it("a field nobody of it may know of answers like one that does not exist", async () => {
    for (const { unknown, hidden, absent } of hiddenDocuments(known)) {
      const named = new RegExp(`\\b${unknown}\\b`, "g");
      const unnamed = (text: string): string => text.replace(named, nameOfNothing(unknown));
      const toHidden = await hub.ask(type, hidden.text, hidden.variables);
      const toAbsent = await hub.ask(type, absent.text, absent.variables);
      expect(toHidden.body.errors?.[0]?.extensions["code"]).toMatch(
        /^(GRAPHQL_VALIDATION|BAD_USER)/,
      );
      expect([toHidden.status, unnamed(toHidden.text)]).toEqual([
        toAbsent.status,
        unnamed(toAbsent.text),
      ]);
    }
  });

  it("everything that is not denied is answered", async () => {
    const may = (mention: string): boolean => mayUse(graph, type, mention);
    const sections = [...known.paths(may)].flatMap(([of, path]) => {
      const selections = known.everything(of).filter(({ mentions }) => [...mentions].every(may));
      const isRoot = path.length === 0;
      return (isRoot ? selections : [joined(selections)])
        .filter(({ text }) => text !== "")
        .map((selection) => ({
          ...known.from(path, of, selection),
          root: known.rootOf(path[0]?.on ?? of),
        }));
    });
    for (const { text } of batched(sections)) {
      const { body } = await hub.ask(type, text);
      expect([text, deniedIn(graph, type, body)]).toEqual([text, []]);
    }
    expect(sections.length).toBeGreaterThan(20);
    expect(hub.mistakes).toEqual([]);
  });
});

it("a field mentioned twice, in the document and in a variable, is denied once", async () => {
  const literal = '{ submissionKey: "k", declared: { count: 1 }, records: [] }';
  const { body } = await hub.ask(
    "AUDITOR",
    `mutation($given: SubmitPoliciesInput!) {
      a: submitPolicies(input: ${literal}) { __typename }
      b: submitPolicies(input: $given) { __typename } }`,
    { given: { submissionKey: "k", declared: { count: 1 }, records: [] } },
  );

  expect(deniedIn(graph, "AUDITOR", body).sort()).toEqual([
    "Mutation.submitPolicies CALL",
    "PolicyControlTotals.count INPUT",
    "SubmitPoliciesInput.declared INPUT",
    "SubmitPoliciesInput.records INPUT",
    "SubmitPoliciesInput.submissionKey INPUT",
  ]);
});
