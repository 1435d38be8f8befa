import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Config } from "../../config";
import type { Database, Row } from "../../database/database";
import { sql, valueList } from "../../database/sql";
import { localLifetimeMaxSeconds, openLocalIssuer } from "../authentication/local-issuer";
import type { Handler } from "../http-server";
import { respond } from "../respond";
import { demoCallers } from "./demo-callers";
import { explorerPage } from "./explorer-page";

/** Scripts and styles of the page, from npm packages; nothing is loaded from elsewhere. */
const assets = [
  { path: "/explorer/react.js", of: "react", file: "umd/react.production.min.js" },
  { path: "/explorer/react-dom.js", of: "react-dom", file: "umd/react-dom.production.min.js" },
  { path: "/explorer/graphiql.js", of: "graphiql", file: "graphiql.min.js" },
  { path: "/explorer/graphiql.css", of: "graphiql", file: "graphiql.min.css" },
] as const;

const contentSecurity =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; form-action 'none'; " +
  "frame-ancestors 'none'; base-uri 'none'";

/**
 * The page to explore the graph. With the local issuer (never in production) it offers tokens of
 * the demo organisations, so that one can look through the eyes of each.
 */
export async function explorerPages(
  config: Config,
  database: Database,
  now: () => Date,
): Promise<ReadonlyMap<string, Handler>> {
  const pages = new Map<string, Handler>();
  const page = (path: string, body: Buffer | string, type: string): void => {
    pages.set(path, (_request, response) => {
      respond(response, 200, body, {
        "content-type": type,
        "content-security-policy": contentSecurity,
      });
      return Promise.resolve();
    });
  };
  page("/", explorerPage, "text/html; charset=utf-8");
  for (const { path, of, file } of assets) {
    const type = file.endsWith(".css") ? "text/css" : "text/javascript";
    page(path, readFileSync(join(packageDirectory(of), file)), `${type}; charset=utf-8`);
  }
  if (config.jwksUrl) return pages;
  const issuer = await openLocalIssuer(config.directory);
  const offer = async (row: Row, code: string): Promise<object> => ({
    code,
    name: row["name"],
    token: await issuer.issue({
      clientId: row["client_id"] as string,
      audience: config.audience,
      lifetimeSeconds: localLifetimeMaxSeconds,
      now: now(),
    }),
  });
  pages.set("/explorer/demo-callers", async (_request, response) => {
    const rows = await database.read(
      sql`SELECT client_id, code, name FROM organisation
        WHERE active = 1 AND code IN (${valueList(demoCallers.map(({ code }) => code))})`,
    );
    const known = new Map(rows.map((row) => [row["code"], row]));
    const callers = await Promise.all(
      demoCallers.flatMap(({ code }) => {
        const row = known.get(code);
        return row ? [offer(row, code)] : [];
      }),
    );
    respond(response, 200, JSON.stringify(callers));
  });
  return pages;
}

function packageDirectory(name: string): string {
  return dirname(createRequire(__filename).resolve(`${name}/package.json`));
}
