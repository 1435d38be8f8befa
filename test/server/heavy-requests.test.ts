import { startHub, type RunningHub } from "../../src/server/start-hub";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";
import { givenInsurer } from "../setup/policies";

const text = "x".repeat(200_000);
const query = "query Q { policies(first: 1) { totalCount } }";

describe("a hub that hands over large requests", () => {
  let front: TestHub;
  let beside: RunningHub;
  let url: string | null = null;
  let questions = 0;
  const asked = (): void => {
    questions += 1;
  };

  beforeAll(async () => {
    front = await givenHub((config, environment) =>
      startHub(config, { ...environment, heavyElsewhere: { url: () => url, asked } }),
    );
    await givenInsurer(front.database, "IN-A");
    await givenOrganisation(front.database, "FI-34", "FINANCIAL");
    beside = await startHub({ ...front.config, port: 0 }, front.environment);
  });

  beforeEach(() => {
    url = beside.url;
  });

  afterAll(async () => {
    await beside.stop();
    await front.close();
  });

  const ask = (of: string, large: boolean, token?: string): Promise<Response> =>
    authorised(front, of, large ? text : "", token);

  test("answers a large request with what the other hub says", async () => {
    const answer = await ask(front.url, true);
    const direct = await ask(beside.url, true);

    expect(answer.status).toBe(direct.status);
    expect(await answer.text()).toBe(await direct.text());
  });

  test("tells the other hub of those it answers itself, that it leaves room for them", async () => {
    questions = 0;

    await ask(front.url, true);
    expect(questions).toBe(0);

    await ask(front.url, false);
    expect(questions).toBe(1);
  });

  test("leaves it to the other hub who may ask", async () => {
    const answer = await ask(front.url, true, "nobody's");

    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  test("answers small requests itself, whatever became of the other", async () => {
    url = "http://127.0.0.1:1";

    const answer = await ask(front.url, false);

    expect(answer.status).toBe(200);
  });

  test("says that it is busy when the other hub is gone, so that the caller tries again", async () => {
    url = "http://127.0.0.1:1";

    const answer = await ask(front.url, true);

    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.text()).toContain("OVERLOADED");
  });

  test("answers large requests itself when there is no other", async () => {
    url = null;

    const answer = await ask(front.url, true);

    expect(answer.status).toBe(200);
  });

  test("refuses what is too large without asking the other", async () => {
    url = "http://127.0.0.1:1";

    const answer = await authorised(front, front.url, "x".repeat(9_000_000));

    expect(answer.status).toBe(413);
  });
});

async function authorised(
  hub: TestHub,
  url: string,
  note: string,
  token?: string,
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token ?? (await hub.token("FI-34"))}`,
    },
    body: JSON.stringify({ query, variables: { note } }),
  });
}
