import { setTimeout as sleep } from "node:timers/promises";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { givenRegister, type TestRegister } from "./given-submissions";
import { InterruptedDatabase } from "./interrupted-database";

/* A service lists its hazard, and the hazard names the service: whoever comes first, both are there. */

/** Long enough for another transaction to end, or to wait at a lock. */
const meanwhileMs = 400;

let register: TestRegister;
beforeAll(async () => {
  register = await givenRegister([exampleUscc]);
  await register.receipt("policy", [{ sourceKey: "P" }]);
});
afterAll(() => register.close());

type Said = readonly [type: string, records: Parameters<TestRegister["receipt"]>[1]];

function hazard(sourceKey: string): Said {
  return ["hazard", [{ sourceKey, serviceRecordKey: sourceKey }]];
}

function service(sourceKey: string): Said {
  const own = { policyKey: "P", planKey: null, agencyUscc: null, ownTeam: true };
  return ["serviceRecord", [{ sourceKey, ...own, hazardKeys: [sourceKey] }]];
}

test.each([
  ["the hazard", hazard, service],
  ["the service", service, hazard],
])("%s begins first, and each looks for the other before either waits", async (who, one, other) => {
  const sourceKey = `after ${who}`;
  let later: Promise<unknown> = Promise.resolve();
  let isLooking = (): void => undefined;
  const looked = new Promise<void>((resolve) => (isLooking = resolve));
  // The second has looked for the first in vain when the first, which has passed its own lock, goes on.
  const second = new InterruptedDatabase(register.url, ["FROM pending_record", 1], async () => {
    isLooking();
    await sleep(meanwhileMs);
  });
  const first = new InterruptedDatabase(register.url, ["FROM record_head", 1], async () => {
    const [type, records] = other(sourceKey);
    later = register.receipt(type, records, { database: second });
    await Promise.race([looked, sleep(meanwhileMs)]);
  });

  const [type, records] = one(sourceKey);
  await register.receipt(type, records, { database: first });
  await later;
  for (const database of [first, second]) await database.close();

  const stored = { source_key: sourceKey };
  expect(await register.rows("service_record", "source_key")).toContainEqual(stored);
  expect(await register.rows("hazard", "source_key")).toContainEqual(stored);
});
