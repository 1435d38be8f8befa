import { randomBytes } from "node:crypto";
import type { Handler } from "../http-server";
import { respond } from "../respond";
import { callerPage } from "./caller-page";
import { demoCallersPage } from "./demo-callers-page";
import { explorerFiles } from "./explorer-files";
import { explorerPage } from "./explorer-page";
import type { ExplorerParts } from "./explorer-parts";

/** Nothing from elsewhere and nothing inline, but the styles that carry the nonce of this page. */
function contentSecurity(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/**
 * The page to explore the graph as one organisation. With the local issuer (never in production) it
 * offers the demo organisations, so that one can look through the eyes of each.
 */
export async function explorerPages(parts: ExplorerParts): Promise<ReadonlyMap<string, Handler>> {
  const pages = new Map<string, Handler>();
  pages.set("/", (_request, response) => {
    const nonce = randomBytes(16).toString("base64");
    respond(response, 200, explorerPage(nonce), {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurity(nonce),
    });
    return Promise.resolve();
  });
  for (const { path, type, body } of explorerFiles())
    pages.set(path, (_request, response) => {
      respond(response, 200, body, { "content-type": type });
      return Promise.resolve();
    });
  pages.set("/explorer/caller", callerPage(parts));
  if (!parts.config.jwksUrl) pages.set("/explorer/demo-callers", await demoCallersPage(parts));
  return pages;
}
