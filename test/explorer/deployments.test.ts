import { readConfig } from "../../src/config";
import { startFederated } from "../../src/server/gateway/start-federated";
import { startHub } from "../../src/server/start-hub";
import { givenHub } from "../setup/hub";
import { demoCodes, givenDemoHub } from "./given-demo-hub";

test("behind a gateway the page is the same, and its questions are answered", async () => {
  const hub = await givenDemoHub(startFederated);
  const answers: Record<string, unknown> = {};
  try {
    for (const code of demoCodes) {
      const headers = { authorization: `Bearer ${await hub.token(code)}` };
      const response = await fetch(`${hub.url}/explorer/caller`, { headers });
      const { questions } = (await response.json()) as {
        questions: { name: string; query: string; variables: object | null }[];
      };
      expect(questions.length).toBeGreaterThan(2);
      for (const { name, query, variables } of questions) {
        const { body, status } = await hub.ask(code, query, variables ?? {});
        if (status !== 200 || body.errors) answers[`${code} ${name}`] = body.errors ?? status;
      }
    }
    expect((await fetch(`${hub.url}/`)).status).toBe(200);
  } finally {
    await hub.close();
  }

  expect(answers).toEqual({});
});

test("with an identity provider there is no demo organisation to be", async () => {
  const hub = await givenHub(startHub);
  const provider = { ISSUER: "https://id.example.org", JWKS_URL: "https://id.example.org/keys" };
  const environment = { HUB_ENV: "test", HUB_DIR: hub.config.directory, PORT: "0" };
  const real = await startHub(readConfig({ ...environment, ...provider }), hub.environment);
  try {
    expect((await fetch(`${real.url}/`)).status).toBe(200);
    expect((await fetch(`${real.url}/explorer/demo-callers`)).status).toBe(404);
    expect((await fetch(`${hub.url}/explorer/demo-callers`)).status).toBe(200);
  } finally {
    await real.stop();
    await hub.close();
  }
});
