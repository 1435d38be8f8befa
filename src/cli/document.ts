import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "graphql";
import type { Config } from "../config";
import { databaseInstant } from "../database/calendar";
import { Database } from "../database/database";
import { sql, value } from "../database/sql";
import { documentBytesMax, documentDigest, keepDocument } from "../domain/access/keep-document";
import { checkDocument } from "../graph/document-limits";
import { openDatabase } from "./open-database";
import { say } from "./say";

const usage = `usage: hub document register FILE --org CODE [--name NAME]
       hub document list --org CODE
       hub document only on|off --org CODE
  register  the document in FILE may from now on be sent as its digest
  only on   the hub answers the organisation's registered documents and nothing else`;

const operator = "operator";

interface Asked {
  readonly database: Database;
  readonly organisationId: string;
  readonly words: readonly string[];
  readonly name: string | undefined;
}

/** `hub document …`: what an organisation's portals may ask by digest, decided by the operators. */
export async function run(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { org: { type: "string" }, name: { type: "string" } },
  });
  const [act, ...words] = positionals;
  const perform = act ? acts.get(act) : undefined;
  if (!perform || !values.org) throw new Error(usage);
  const opened = await openDatabase(config);
  const database = new Database(opened.url);
  try {
    const [row] = await database.read(
      sql`SELECT id FROM organisation WHERE code = ${value(values.org)}`,
    );
    if (!row) throw new Error(`no organisation has the code ${values.org}`);
    await perform({ database, organisationId: String(row["id"]), words, name: values.name });
    return 0;
  } finally {
    await database.close();
    await opened.close();
  }
}

const acts = new Map<string, (asked: Asked) => Promise<void>>([
  ["register", register],
  ["list", list],
  ["only", only],
]);

async function register({ database, organisationId, words, name }: Asked): Promise<void> {
  const [file] = words;
  if (!file) throw new Error(usage);
  const document = readFileSync(file, "utf8");
  if (Buffer.byteLength(document) > documentBytesMax)
    throw new Error(`${file} is larger than ${String(documentBytesMax)} bytes`);
  checkDocument(parse(document));
  const registration = {
    organisationId,
    name: name ?? basename(file),
    document,
    person: operator,
    at: databaseInstant(new Date()),
  };
  await database.transaction((transaction) => keepDocument(transaction, registration));
  say(`${documentDigest(document)}  ${registration.name}`);
}

async function list({ database, organisationId }: Asked): Promise<void> {
  const rows = await database.read(
    sql`SELECT digest, name FROM trusted_document
      WHERE organisation_id = ${value(organisationId)} AND retired_at IS NULL ORDER BY name, id`,
  );
  for (const { digest, name } of rows) say(`${String(digest)}  ${String(name)}`);
}

async function only({ database, organisationId, words }: Asked): Promise<void> {
  const [state] = words;
  if (state !== "on" && state !== "off") throw new Error(usage);
  await database.transaction((transaction) =>
    transaction.execute(
      sql`UPDATE organisation SET registered_only = ${value(state === "on" ? 1 : 0)}
        WHERE id = ${value(organisationId)}`,
    ),
  );
  say(`仅应答已登记文档 Only registered documents: ${state}`);
}
