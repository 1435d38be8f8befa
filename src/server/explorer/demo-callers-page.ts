import type { Row } from "../../database/database";
import { sql, valueList } from "../../database/sql";
import { localLifetimeMaxSeconds, openLocalIssuer } from "../authentication/local-issuer";
import type { Handler } from "../http-server";
import { respond } from "../respond";
import { demoCallers } from "./demo-callers";
import type { ExplorerParts } from "./explorer-parts";

/** Tokens of the demo organisations there are, the most telling first. Only for development. */
export async function demoCallersPage({
  config,
  database,
  now,
}: Omit<ExplorerParts, "identify">): Promise<Handler> {
  const issuer = await openLocalIssuer(config.directory);
  const offer = async (
    row: Row,
    { code, what }: (typeof demoCallers)[number],
  ): Promise<object> => ({
    code,
    what,
    name: row["name"],
    token: await issuer.issue({
      clientId: row["client_id"] as string,
      audience: config.audience,
      lifetimeSeconds: localLifetimeMaxSeconds,
      now: now(),
    }),
  });
  return async (_request, response) => {
    const rows = await database.read(
      sql`SELECT client_id, code, name FROM organisation
        WHERE active = 1 AND code IN (${valueList(demoCallers.map(({ code }) => code))})`,
    );
    const known = new Map(rows.map((row) => [row["code"], row]));
    const callers = await Promise.all(
      demoCallers.flatMap((caller) => {
        const row = known.get(caller.code);
        return row ? [offer(row, caller)] : [];
      }),
    );
    respond(response, 200, JSON.stringify(callers));
  };
}
