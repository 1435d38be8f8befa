import { Initial1795300572359 } from "./1795300572359-initial";

/** All migrations, oldest first. One that is missing here shows as drift in the tests. */
export const migrations: readonly (new () => object)[] = [Initial1795300572359];
