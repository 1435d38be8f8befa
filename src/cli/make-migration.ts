import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaDrift } from "../database/migrate";
import { storedEntities } from "../domain/stored-entities";

/**
 * Writes `migrations/<time>-<name>.ts` with what the entities have and the (migrated) database
 * lacks. A draft to read and edit, never run unread.
 */
export async function makeMigration(url: string, name: string, now: Date): Promise<string> {
  if (!/^[a-z][a-z0-9-]{2,60}$/.test(name)) throw new Error("name: lower-case words joined by -");
  const { up, down } = await schemaDrift(url, storedEntities);
  if (up.length === 0) return "The entities and the database agree; nothing to write.";
  const stamp = String(now.getTime());
  const className = name.replace(/(^|-)([a-z0-9])/g, (_, __, c: string) => c.toUpperCase()) + stamp;
  const body = (queries: string[]): string =>
    queries.map((query) => `      ${JSON.stringify(query)},`).join("\n");
  const file = join(process.cwd(), "migrations", `${stamp}-${name}.ts`);
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class ${className} implements MigrationInterface {
  readonly name = "${className}";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
${body(up)}
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
${body(down)}
    ]);
  }
}
`,
  );
  return `Wrote ${file}; read it before it runs.`;
}
