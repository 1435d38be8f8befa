import "reflect-metadata";
import { readConfig } from "./src/config";
import { createDataSource } from "./src/database/data-source";
import { storedEntities } from "./src/domain/stored-entities";

/** For TypeORM's command line, e.g. `npm run migration -- --help`. DATABASE_URL must be set. */
const { databaseUrl } = readConfig(process.env);
if (!databaseUrl) throw new Error("ormconfig: set DATABASE_URL");

export default createDataSource(databaseUrl, storedEntities);
