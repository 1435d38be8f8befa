import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

/** As foldedName, but for letters of full width: those fold when the enterprise is stated again. */
const folded = (name: string): string =>
  ["（(", "〔(", "【(", "）)", "〕)", "】)", "\u3000", " "].reduce(
    (text, [from = "", to = ""]) => `REPLACE(${text}, '${from}', '${to}')`,
    `LOWER(${name})`,
  );

/** What finds an enterprise under two codes, claims lodged by one agent, and full-time experts. */
export class RuleFields1795330981697 implements MigrationInterface {
  readonly name = "RuleFields1795330981697";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `enterprise` ADD `name_folded` varchar(200) NULL",
      "ALTER TABLE `claim` ADD `lodged_by` varchar(60) NULL",
      "ALTER TABLE `claim` ADD `lodged_by_folded` varchar(60) NULL",
      "ALTER TABLE `expert` ADD `full_time` tinyint NULL",
      `UPDATE \`enterprise\` SET \`name_folded\` = ${folded("name")}`,
      `UPDATE \`joint_statement\` SET \`loaded\` = JSON_SET(\`loaded\`, '$.row.name_folded',
        ${folded("JSON_VALUE(loaded, '$.row.name')")})
        WHERE \`loaded\` IS NOT NULL AND \`thing_id\` LIKE 'ent\\_%'`,
      "CREATE INDEX `IDX_cb69f4dc5b9d2f624dfb6a4046` ON `enterprise` (`name_folded`)",
      "CREATE INDEX `IDX_15002d581fa5b6914b59c80e6b` ON `claim` (`insurer_id`, `lodged_by_folded`)",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "DROP INDEX `IDX_15002d581fa5b6914b59c80e6b` ON `claim`",
      "DROP INDEX `IDX_cb69f4dc5b9d2f624dfb6a4046` ON `enterprise`",
      "ALTER TABLE `expert` DROP COLUMN `full_time`",
      "ALTER TABLE `claim` DROP COLUMN `lodged_by_folded`",
      "ALTER TABLE `claim` DROP COLUMN `lodged_by`",
      "ALTER TABLE `enterprise` DROP COLUMN `name_folded`",
    ]);
  }
}
