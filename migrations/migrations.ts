/** All migrations, oldest first. One that is missing here shows as drift in the tests. */
export const migrations: readonly (new () => object)[] = [];
