import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class FeeLedger1795330819887 implements MigrationInterface {
  readonly name = "FeeLedger1795330819887";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `fee_allocation` (`insurer_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `fee_entry_id` varchar(24) NOT NULL, `policy_id` varchar(24) NOT NULL, `weight` int NOT NULL, `amount_fen` bigint NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_1ddba2dd48ba7ebddc51d947b9` (`region_code`), INDEX `IDX_61a81eb0bc2e58a9e85aa772b7` (`policy_id`), UNIQUE INDEX `IDX_74e18d17ad391e985b98a4a0ec` (`fee_entry_id`, `policy_id`), UNIQUE INDEX `IDX_db71d8fdeb3f81121abdc7db36` (`insurer_id`, `source_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "ALTER TABLE `fee_entry` ADD `allocation_basis` varchar(40) NULL",
      "ALTER TABLE `fee_entry` ADD `prior_period` tinyint NOT NULL",
      "ALTER TABLE `fee_allocation` ADD CONSTRAINT `FK_6db9348019b2d8ed3295641714e` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `fee_allocation` ADD CONSTRAINT `FK_e42a995c52122407b180abba616` FOREIGN KEY (`fee_entry_id`) REFERENCES `fee_entry`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `fee_allocation` ADD CONSTRAINT `FK_61a81eb0bc2e58a9e85aa772b7b` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `fee_allocation` DROP FOREIGN KEY `FK_61a81eb0bc2e58a9e85aa772b7b`",
      "ALTER TABLE `fee_allocation` DROP FOREIGN KEY `FK_e42a995c52122407b180abba616`",
      "ALTER TABLE `fee_allocation` DROP FOREIGN KEY `FK_6db9348019b2d8ed3295641714e`",
      "ALTER TABLE `fee_entry` DROP COLUMN `prior_period`",
      "ALTER TABLE `fee_entry` DROP COLUMN `allocation_basis`",
      "DROP INDEX `IDX_db71d8fdeb3f81121abdc7db36` ON `fee_allocation`",
      "DROP INDEX `IDX_74e18d17ad391e985b98a4a0ec` ON `fee_allocation`",
      "DROP INDEX `IDX_61a81eb0bc2e58a9e85aa772b7` ON `fee_allocation`",
      "DROP INDEX `IDX_1ddba2dd48ba7ebddc51d947b9` ON `fee_allocation`",
      "DROP TABLE `fee_allocation`",
    ]);
  }
}
