import "reflect-metadata";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Callers } from "../access/callers";
import type { Config } from "../config";
import { Database } from "../database/database";
import { explainAccess } from "../domain/access/explain-access";
import { readVariables } from "../domain/access/explain-variables";
import { domains } from "../domain/domains";
import { HubError } from "../error/hub-error";
import { buildGraph } from "../graph/schema";
import { explanationText } from "./explanation-text";
import { openDatabase } from "./open-database";
import { say } from "./say";

const usage =
  "usage: hub explain --org CODE --query TEXT|FILE [--operation NAME] " +
  "[--variables JSON|FILE] [--json]";

/** A mistake of whoever typed the command. */
class UsageError extends Error {}

/**
 * `hub explain`: what would come of each field of a document for an organisation. 0 when all is
 * allowed, 1 when not, 2 when the command itself is wrong. Needs no running hub.
 */
export async function run(args: string[], config: Config): Promise<number> {
  try {
    return await explain(readOptions(args), config);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    say(usage);
    return 2;
  }
}

interface Options {
  org: string;
  query: string;
  operation: string | null;
  variables: Record<string, unknown> | null;
  json: boolean;
}

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        org: { type: "string" },
        query: { type: "string" },
        operation: { type: "string" },
        variables: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    const { org, query, operation, variables, json } = values;
    if (!org || !query) throw new UsageError("--org and --query are needed");
    return {
      org,
      query: textOrFile(query),
      operation: operation ?? null,
      variables: variables === undefined ? null : readVariables(textOrFile(variables)),
      json,
    };
  } catch (error) {
    // What parseArgs and readVariables refuse was typed wrongly.
    const isTyped = error instanceof HubError || (error as { code?: string }).code !== undefined;
    throw isTyped ? new UsageError((error as Error).message) : error;
  }
}

/** Documents and JSON hold braces; what holds none is the name of a file. */
function textOrFile(given: string): string {
  if (given.includes("{")) return given;
  if (!existsSync(given)) throw new UsageError(`neither a document nor a file: ${given}`);
  return readFileSync(given, "utf8");
}

async function explain(options: Options, config: Config): Promise<number> {
  const opened = await openDatabase(config);
  const database = new Database(opened.url);
  try {
    const caller = await new Callers(database, () => new Date()).ofCode(options.org);
    if (!caller) throw new UsageError(`no active organisation has the code ${options.org}`);
    const explanation = await explainAccess(
      { document: options.query, operationName: options.operation, variables: options.variables },
      { graph: buildGraph(domains), caller, database },
    );
    const text = options.json
      ? JSON.stringify(explanation, null, 2)
      : explanationText(explanation, caller);
    process.stdout.write(`${text}\n`);
    return explanation.allowed ? 0 : 1;
  } finally {
    await database.close();
    await opened.close();
  }
}
