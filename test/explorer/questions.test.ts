import { parse } from "graphql";
import { organisationTypes } from "../../src/access/organisation-type";
import { questionLibrary } from "../../src/server/explorer/questions/question-library";
import type { Question } from "../../src/server/explorer/questions/question";
import type { TestHub } from "../setup/hub";
import { demoCodes, givenDemoHub } from "./given-demo-hub";

/** What the explorer is told of the caller. */
interface CallerAnswer {
  code: string;
  type: { code: string };
  region: { code: string; name: string };
  policyVersion: string;
  questions: (Omit<Question, "variables"> & { variables: object | null })[];
}

let hub: TestHub;

beforeAll(async () => {
  hub = await givenDemoHub();
});

afterAll(() => hub.close());

async function callerOf(code: string): Promise<CallerAnswer> {
  const authorization = `Bearer ${await hub.token(code)}`;
  const response = await fetch(`${hub.url}/explorer/caller`, { headers: { authorization } });
  return (await response.json()) as CallerAnswer;
}

const everyQuestion = Object.values(questionLibrary).flatMap(({ questions }) => questions);

test.each(organisationTypes)("%s has three to six questions, titled in both languages", (type) => {
  const { questions } = questionLibrary[type];

  expect(questions.length).toBeGreaterThanOrEqual(3);
  expect(questions.length).toBeLessThanOrEqual(6);
  expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
  for (const { zh, en } of questions) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});

test.each(everyQuestion.map((question) => [question.name, question] as const))(
  "%s is the name of its one operation",
  (name, { query }) => {
    const [operation, ...others] = parse(query).definitions;

    expect(others).toEqual([]);
    expect(operation).toMatchObject({ kind: "OperationDefinition", name: { value: name } });
  },
);

test("there is a demo organisation of every type", async () => {
  const types = new Set<string>();
  for (const code of demoCodes) types.add((await callerOf(code)).type.code);

  expect([...types].sort()).toEqual([...organisationTypes].sort());
});

test.each(demoCodes)("every question of %s is answered without an error", async (code) => {
  const { questions, type, policyVersion } = await callerOf(code);

  expect(questions.map(({ name }) => name)).toEqual(
    questionLibrary[type.code as keyof typeof questionLibrary].questions.map(({ name }) => name),
  );
  expect(policyVersion).not.toBe("");
  const answers: Record<string, unknown> = {};
  for (const { name, query, variables } of questions) {
    const { status, body } = await hub.ask(code, query, variables ?? {});
    answers[name] = body.errors ?? status;
  }
  expect(answers).toEqual(Object.fromEntries(questions.map(({ name }) => [name, 200])));
});

test("a refused token is answered like everywhere else", async () => {
  const response = await fetch(`${hub.url}/explorer/caller`, {
    headers: { authorization: "Bearer x" },
  });

  expect(response.status).toBe(401);
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
});
