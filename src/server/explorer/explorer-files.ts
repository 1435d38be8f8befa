import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Scripts and styles from npm packages. */
const packaged = [
  { path: "/explorer/react.js", of: "react", file: "umd/react.production.min.js" },
  { path: "/explorer/react-dom.js", of: "react-dom", file: "umd/react-dom.production.min.js" },
  { path: "/explorer/graphiql.js", of: "graphiql", file: "graphiql.min.js" },
  { path: "/explorer/graphiql.css", of: "graphiql", file: "graphiql.min.css" },
];

/** Our own, in browser/. */
const own = [
  "start.mjs",
  "sign-in.mjs",
  "caller-panel.mjs",
  "question-list.mjs",
  "graph-panel.mjs",
  "error-panel.mjs",
  "session.mjs",
  "texts.mjs",
  "explorer.css",
  "sign-in.css",
  "icon.svg",
];

/** A file of the page, as it is sent. */
export interface ExplorerFile {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Everything the page loads: all of it is served by the hub, nothing by anybody else. */
export function explorerFiles(): ExplorerFile[] {
  const files = [
    ...packaged.map(({ path, of, file }) => ({ path, file: join(packageDirectory(of), file) })),
    ...own.map((name) => ({ path: `/explorer/${name}`, file: join(__dirname, "browser", name) })),
  ];
  return files.map(({ path, file }) => ({
    path,
    type: types[extname(file)] ?? "application/octet-stream",
    body: readFileSync(file),
  }));
}

function packageDirectory(name: string): string {
  return dirname(createRequire(__filename).resolve(`${name}/package.json`));
}
