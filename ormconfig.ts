import "reflect-metadata";
import { readConfig } from "./src/config";
import { createDataSource } from "./src/database/data-source";
import { storedEntities } from "./src/domain/stored-entities";

/** For TypeORM's command line: `npm run typeorm -- migration:show -d ormconfig.ts`. */
const { databaseUrl } = readConfig(process.env);
if (!databaseUrl) throw new Error("ormconfig: set DATABASE_URL");

export default createDataSource(databaseUrl, storedEntities);
