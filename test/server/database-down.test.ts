import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPrivateMariadb, type PrivateMariadb } from "../../src/database/private-mariadb";
import { givenHub, givenOrganisation, type TestHub } from "../setup/hub";

/* The database goes away under a running hub, and comes back. */

const directory = mkdtempSync(join(tmpdir(), "anzehub-down-"));
const before = process.env["DATABASE_URL"];
let server: PrivateMariadb;
let hub: TestHub;

function start(): Promise<PrivateMariadb> {
  return startPrivateMariadb({ directory, path: process.env["PATH"] ?? "", durable: false });
}

beforeAll(async () => {
  server = await start();
  process.env["DATABASE_URL"] = server.url;
  hub = await givenHub();
  await givenOrganisation(hub.database, "EM", "EMERGENCY");
});

afterAll(async () => {
  await hub.close();
  await server.stop();
  if (before === undefined) delete process.env["DATABASE_URL"];
  else process.env["DATABASE_URL"] = before;
  rmSync(directory, { recursive: true, force: true });
});

const question = "{ policies { totalCount } }";

it("says the database is unavailable while it is down, and answers once it is back", async () => {
  expect((await hub.ask("EM", question)).status).toBe(200);

  await server.stop();
  const down = await Promise.all(Array.from({ length: 20 }, () => hub.ask("EM", question)));

  expect(hub.mistakes).toEqual([]);
  expect(new Set(down.map(({ status }) => status))).toEqual(new Set([503]));
  for (const { body, text } of down) {
    expect(body.errors?.[0]?.extensions["code"]).toBe("DATABASE_UNAVAILABLE");
    expect(text).not.toMatch(/ECONN|ENOENT|sock|mysql/i);
  }

  server = await start();
  const up = await hub.ask("EM", question);

  expect(up.body).toEqual({ data: { policies: { totalCount: 0 } } });
  expect(hub.mistakes).toEqual([]);
});
