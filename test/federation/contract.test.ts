import "reflect-metadata";
import { domains } from "../../src/domain/domains";
import { buildGraph } from "../../src/graph/schema";
import { recordTypes } from "../../src/submission/record-type";
import { corpus } from "./corpus";
import { generatedCorpus } from "./generated-corpus";
import { givenDeployments, type Deployments } from "./given-deployments";
import { callers } from "./given-organisations";
import { submissionCorpus } from "./submission-corpus";

const operations = [
  ...corpus.map((entry) => ({ ...entry, askers: callers })),
  // There are many of these: every second organisation asks each, other ones from one to the next.
  ...generatedCorpus(buildGraph(domains)).map((entry, i) => ({
    ...entry,
    askers: callers.filter((_, c) => (c + i) % 2 === 0),
  })),
];
const answeredOperationsMin = 60;

let deployments: Deployments;
/** Titles of operations that gave somebody data without an error. */
const answered = new Set<string>();
/** Which answers submissions got. */
const unionMembers = new Set<string>();

beforeAll(async () => {
  deployments = await givenDeployments();
});

afterAll(async () => {
  await deployments.stop();
});

test.each(operations.map((entry) => [entry.title, entry] as const))(
  "%s is answered alike, to the byte, whoever asks",
  async (title, { of, askers }) => {
    // All at once: who asks beside whom must not matter either.
    const answers = await Promise.all(
      askers.map(async (caller) => ({
        caller: caller.code,
        merged: await deployments.merged(caller.code, of(caller)),
        federated: await deployments.federated(caller.code, of(caller)),
      })),
    );

    for (const { caller, merged, federated } of answers) {
      expect({ caller, ...federated }).toEqual({ caller, ...merged });
      if (merged.status === 200 && !merged.body.includes('"errors"')) answered.add(title);
    }
  },
);

test.each(recordTypes().map((type) => [type.name, type] as const))(
  "submissions of %s are answered alike, to the byte",
  async (_name, type) => {
    const mayNot = callers.filter(({ type: kind }) => !type.submitters.includes(kind)).slice(0, 2);
    const may = callers.filter(({ type: kind }) => type.submitters.includes(kind));
    for (const caller of [...mayNot, ...may])
      for (const operation of submissionCorpus(type, caller)) {
        const merged = await deployments.merged(caller.code, operation);
        const federated = await deployments.federated(caller.code, operation);

        expect({ caller: caller.code, ...federated }).toEqual({ caller: caller.code, ...merged });
        for (const [name] of merged.body.matchAll(/"__typename":"\w+"/g)) unionMembers.add(name);
      }
  },
);

test("submissions were answered with every member of the union", () => {
  expect(unionMembers.size).toBe(4);
});

test("organisations that ask the same at the same moment get their own answers", async () => {
  const operation = {
    query:
      "{ enterprises(first: 9) { totalCount nodes { id policies(first: 2) { nodes { id } } } } }",
  };
  const alone = await Promise.all(callers.map(({ code }) => deployments.merged(code, operation)));

  const together = await Promise.all(
    callers.flatMap(({ code }) => [1, 2, 3].map(() => deployments.federated(code, operation))),
  );

  together.forEach((answer, i) => {
    expect(answer).toEqual(alone[Math.floor(i / 3)]);
  });
  expect(new Set(alone.map(({ body }) => body)).size).toBeGreaterThan(4);
});

test("a page that is wrong is refused although no row has such a list", async () => {
  const query = "{ enterprises(first: 0) { nodes { policies(first: -1) { totalCount } } } }";

  const answer = await deployments.merged("province", { query });

  expect(answer).toMatchObject({
    status: 400,
    body: expect.stringContaining("BAD_PAGE") as unknown,
  });
});

test("the corpus is not made of refusals, and nothing failed behind it", () => {
  expect(operations.length).toBeGreaterThanOrEqual(answeredOperationsMin);
  expect(answered.size).toBeGreaterThanOrEqual(answeredOperationsMin);
  expect(deployments.mistakes()).toEqual([]);
});
