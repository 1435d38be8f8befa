import { Database, type Row } from "../../src/database/database";
import type { Sql } from "../../src/database/sql";
import { domains } from "../../src/domain/domains";
import { localExecutor } from "../../src/graph/executor";
import { buildGraph } from "../../src/graph/schema";
import { bearerIdentity } from "../../src/server/bearer-identity";
import { startHubServer } from "../../src/server/hub-server";
import { admissionOf, hubParts } from "../../src/server/start-hub";
import { givenHub, type TestHub } from "../setup/hub";

/** A database that keeps what is read from it. */
class ReadDatabase extends Database {
  readonly statements: Sql[] = [];

  override read(statement: Sql): Promise<Row[]> {
    this.statements.push(statement);
    return super.read(statement);
  }
}

/** A hub as any other, of which the statements that questions make are known. */
export interface ReadHub extends TestHub {
  /** The statements since the last call. */
  statements(): Sql[];
}

/** A hub over a database of its own that keeps what operations read. */
export async function givenReadHub(): Promise<ReadHub> {
  let read: ReadDatabase | undefined;
  const hub = await givenHub(async (config, environment) => {
    const parts = await hubParts(config, environment);
    const database = new ReadDatabase(environment.databaseUrl);
    read = database;
    const graph = buildGraph(domains);
    const server = await startHubServer({
      ...parts,
      database,
      part: "hub",
      admission: admissionOf(config),
      schema: graph.schema,
      graph,
      execute: localExecutor(graph.schema),
      identify: await bearerIdentity(config, parts.callers, environment),
    });
    return {
      url: `http://${config.host}:${String(server.port)}`,
      stop: async () => {
        await server.stop();
        parts.sizes.stop();
        await parts.log.stop();
        await Promise.all([parts.database.close(), database.close()]);
      },
    };
  });
  return { ...hub, statements: () => read?.statements.splice(0) ?? [] };
}
