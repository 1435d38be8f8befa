import { loadDemo } from "../../seeds/demo/load-demo";
import { demoCallers } from "../../src/server/explorer/demo-callers";
import { startHub } from "../../src/server/start-hub";
import { givenHub, testNow, type TestHub } from "../setup/hub";

/** A hub over the demo of the day it is in tests, organisations included; of any deployment. */
export async function givenDemoHub(start: typeof startHub = startHub): Promise<TestHub> {
  const hub = await givenHub(start);
  const today = testNow.toISOString().slice(0, 10);
  const options = { databaseUrl: hub.databaseUrl, enterprises: 100, seed: 3, today };
  await loadDemo({ ...options, withoutSubmitter: false, log: () => undefined });
  return hub;
}

/** The codes of the demo organisations, one or more of each type. */
export const demoCodes = demoCallers.map(({ code }) => code);
