import type { QueryRunner } from "typeorm";

/** Table, key, column or foreign key is there already, or gone or renamed already. */
const alreadyThere = new Set([1050, 1054, 1060, 1061, 1091, 1826]);
/** MariaDB says 1005 with this for a foreign key that is there. */
const duplicateConstraint = /errno: 121\b/;

/**
 * Runs the statements of a migration one after the other. Each is atomic but all together are not,
 * so a migration that was cut off is simply run again: what it has already made is passed over. The
 * drift test holds the outcome against the entities.
 */
export async function ddlSteps(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements)
    try {
      await runner.query(statement);
    } catch (error) {
      const { errno, message } = error as { errno?: number; message: string };
      const made = alreadyThere.has(errno ?? 0) || duplicateConstraint.test(message);
      if (!made) throw error;
    }
}
