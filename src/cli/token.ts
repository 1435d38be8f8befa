import { parseArgs } from "node:util";
import type { Config } from "../config";
import { Database } from "../database/database";
import { sql, value } from "../database/sql";
import { localLifetimeMaxSeconds, openLocalIssuer } from "../server/authentication/local-issuer";
import { openDatabase } from "./open-database";

const lifetimeDefaultSeconds = localLifetimeMaxSeconds;

/** `hub token --org CODE`: prints a token of the local issuer for a registered organisation. */
export async function run(args: string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { org: { type: "string" }, seconds: { type: "string" } },
  });
  if (!values.org) throw new Error("usage: hub token --org CODE [--seconds N]");
  const opened = await openDatabase(config);
  try {
    const token = await tokenFor(
      config,
      opened.url,
      values.org,
      new Date(),
      Number(values.seconds ?? lifetimeDefaultSeconds),
    );
    process.stdout.write(`${token}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

/** A token of the local issuer for the organisation with this code. */
export async function tokenFor(
  config: Config,
  databaseUrl: string,
  code: string,
  now: Date,
  lifetimeSeconds = lifetimeDefaultSeconds,
): Promise<string> {
  if (config.jwksUrl)
    throw new Error("tokens come from the configured issuer (ISSUER), not from here");
  const database = new Database(databaseUrl);
  try {
    const rows = await database.read(
      sql`SELECT client_id FROM organisation WHERE code = ${value(code)} AND active = 1`,
    );
    const clientId = rows[0]?.["client_id"];
    if (typeof clientId !== "string")
      throw new Error(`no active organisation has the code ${code}`);
    const issuer = await openLocalIssuer(config.directory);
    return await issuer.issue({ clientId, audience: config.audience, lifetimeSeconds, now });
  } finally {
    await database.close();
  }
}
