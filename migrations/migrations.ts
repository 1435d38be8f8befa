import { Initial1795302588550 } from "./1795302588550-initial";

/** All migrations, oldest first. One that is missing here shows as drift in the tests. */
export const migrations: readonly (new () => object)[] = [Initial1795302588550];
