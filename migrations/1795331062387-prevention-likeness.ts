import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class PreventionLikeness1795331062387 implements MigrationInterface {
  readonly name = "PreventionLikeness1795331062387";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `photo_band` (`insurer_id` varchar(24) NOT NULL, `service_record_id` varchar(24) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `service_agency_id` varchar(24) NULL, `band` tinyint NOT NULL, `value` smallint UNSIGNED NOT NULL, `hash` bigint UNSIGNED NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_50e285630805780d75ac19dc49` (`band`, `value`, `service_agency_id`, `hash`), INDEX `IDX_4a58e0c1f286f12c0a92c87db9` (`service_record_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `text_band` (`insurer_id` varchar(24) NOT NULL, `service_record_id` varchar(24) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `band` tinyint NOT NULL, `value` int UNSIGNED NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_805c9f38af84a9db48d8e10653` (`band`, `value`, `service_record_id`), INDEX `IDX_52c798c73f1d6ee4e18d841794` (`service_record_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `service_plan` ADD `item_budgets_fen` bigint NULL",
      "ALTER TABLE `service_record` ADD `drill_topics` text NULL",
      "ALTER TABLE `service_evidence` ADD `perceptual_hash` varchar(16) NULL",
      "ALTER TABLE `service_evidence` ADD `mime_type` varchar(100) NULL",
      "ALTER TABLE `service_evidence` ADD `size_bytes` int NULL",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `service_evidence` DROP COLUMN `size_bytes`",
      "ALTER TABLE `service_evidence` DROP COLUMN `mime_type`",
      "ALTER TABLE `service_evidence` DROP COLUMN `perceptual_hash`",
      "ALTER TABLE `service_record` DROP COLUMN `drill_topics`",
      "ALTER TABLE `service_plan` DROP COLUMN `item_budgets_fen`",
      "DROP INDEX `IDX_52c798c73f1d6ee4e18d841794` ON `text_band`",
      "DROP INDEX `IDX_805c9f38af84a9db48d8e10653` ON `text_band`",
      "DROP TABLE `text_band`",
      "DROP INDEX `IDX_4a58e0c1f286f12c0a92c87db9` ON `photo_band`",
      "DROP INDEX `IDX_50e285630805780d75ac19dc49` ON `photo_band`",
      "DROP TABLE `photo_band`",
    ]);
  }
}
