import { Initial1795303419871 } from "./1795303419871-initial";
import { AccessGrants1795308816700 } from "./1795308816700-access-grants";
import { AccessLog1795310372802 } from "./1795310372802-access-log";

/** All migrations, oldest first. One that is missing here shows as drift in the tests. */
export const migrations: readonly (new () => object)[] = [
  Initial1795303419871,
  AccessGrants1795308816700,
  AccessLog1795310372802,
];
