import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

/** Versions are only added and read by record or business day: what reads nothing costs each one. */
export class FewerVersionIndexes1795321548890 implements MigrationInterface {
  readonly name = "FewerVersionIndexes1795321548890";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `record_version` DROP FOREIGN KEY `FK_a1f7bf724ad5ddaeb255335b55f`",
      // The server made it for the key, and keeps it.
      "DROP INDEX `FK_a1f7bf724ad5ddaeb255335b55f` ON `record_version`",
      "DROP INDEX `IDX_90046a0eb1f524d3d6f1effaa7` ON `record_version`",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE INDEX `IDX_90046a0eb1f524d3d6f1effaa7` ON `record_version` (`owner_id`, `record_type`, `received_at`)",
      "ALTER TABLE `record_version` ADD CONSTRAINT `FK_a1f7bf724ad5ddaeb255335b55f` FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
  }
}
