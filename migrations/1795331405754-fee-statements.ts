import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class FeeStatements1795331405754 implements MigrationInterface {
  readonly name = "FeeStatements1795331405754";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `fee_statement` (`insurer_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `year` int NOT NULL, `month` int NOT NULL, `month_end` date NOT NULL, `extracted_fen` bigint NOT NULL, `spent_fen` bigint NOT NULL, `refunded_fen` bigint NOT NULL, `balance_fen` bigint NOT NULL, `gl_control_balance_fen` bigint NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `id` varchar(24) NOT NULL, INDEX `IDX_0dad4eed6bf256206a2ffd96bd` (`region_code`, `month_end`), INDEX `IDX_0c70c908f0f4bdd2862d186622` (`insurer_id`, `month_end`), UNIQUE INDEX `IDX_3bad2fb1eb7e9e762d99c559a4` (`insurer_id`, `source_key`), INDEX `IDX_66b7ea0566bc357f34c75f6b9d` (`month_end`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `fee_entry` ADD `enterprise_informed_on` date NULL",
      "ALTER TABLE `fee_statement` ADD CONSTRAINT `FK_f9e00b0ec68773e3075dc91da4d` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `fee_statement` DROP FOREIGN KEY `FK_f9e00b0ec68773e3075dc91da4d`",
      "ALTER TABLE `fee_entry` DROP COLUMN `enterprise_informed_on`",
      "DROP INDEX `IDX_66b7ea0566bc357f34c75f6b9d` ON `fee_statement`",
      "DROP INDEX `IDX_3bad2fb1eb7e9e762d99c559a4` ON `fee_statement`",
      "DROP INDEX `IDX_0c70c908f0f4bdd2862d186622` ON `fee_statement`",
      "DROP INDEX `IDX_0dad4eed6bf256206a2ffd96bd` ON `fee_statement`",
      "DROP TABLE `fee_statement`",
    ]);
  }
}
