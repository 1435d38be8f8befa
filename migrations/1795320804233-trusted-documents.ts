import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class TrustedDocuments1795320804233 implements MigrationInterface {
  readonly name = "TrustedDocuments1795320804233";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `trusted_document` (`organisation_id` varchar(24) NOT NULL, `digest` varchar(64) NOT NULL, `name` varchar(100) NOT NULL, `document` text NOT NULL, `registered_at` datetime(6) NOT NULL, `registered_person` varchar(200) NOT NULL, `retired_at` datetime(6) NULL, `id` varchar(24) NOT NULL, UNIQUE INDEX `IDX_eef425f0cf737c37f0f6d4c4da` (`organisation_id`, `digest`), INDEX `IDX_ef6d83c60aaaa0e7a74fe26529` (`registered_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `organisation` ADD `registered_only` tinyint NOT NULL DEFAULT '0'",
      "ALTER TABLE `trusted_document` ADD CONSTRAINT `FK_fcfa87be97a106a559eaf9d8841` FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `trusted_document` DROP FOREIGN KEY `FK_fcfa87be97a106a559eaf9d8841`",
      "ALTER TABLE `organisation` DROP COLUMN `registered_only`",
      "DROP INDEX `IDX_ef6d83c60aaaa0e7a74fe26529` ON `trusted_document`",
      "DROP INDEX `IDX_eef425f0cf737c37f0f6d4c4da` ON `trusted_document`",
      "DROP TABLE `trusted_document`",
    ]);
  }
}
