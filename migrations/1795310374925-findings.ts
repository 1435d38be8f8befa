import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class Findings1795310374925 implements MigrationInterface {
  readonly name = "Findings1795310374925";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `finding_clock` (`id` int NOT NULL, `judged_on` date NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `finding_due` (`sequence` bigint NOT NULL AUTO_INCREMENT, `what` varchar(60) NOT NULL, `row_id` varchar(64) NOT NULL, PRIMARY KEY (`sequence`)) ENGINE=InnoDB",
      "CREATE TABLE `finding` (`rule_id` varchar(20) NOT NULL, `rule_key` varchar(60) NOT NULL, `severity` varchar(40) NOT NULL, `rule_class` varchar(40) NOT NULL, `subject_type` varchar(40) NOT NULL, `subject_id` varchar(64) NOT NULL, `paths` text NOT NULL, `zh` varchar(300) NOT NULL, `en` varchar(300) NOT NULL, `legal_basis` varchar(300) NOT NULL, `rule_set_version` varchar(20) NOT NULL, `status` varchar(40) NOT NULL, `raised_at` datetime(6) NOT NULL, `cleared_at` datetime(6) NULL, `insurer_id` varchar(24) NULL, `enterprise_id` varchar(24) NULL, `service_agency_id` varchar(24) NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NULL, `shadow` tinyint NOT NULL DEFAULT '0', `id` varchar(24) NOT NULL, INDEX `IDX_f54758a4531616f5fb3551e677` (`region_code`, `raised_at`), INDEX `IDX_cf1204df78759c898ea654ad86` (`service_agency_id`, `raised_at`), INDEX `IDX_7994ff9382008ba199c659a187` (`enterprise_id`, `raised_at`), INDEX `IDX_4dfbf9fda0bcc431f93753bfa6` (`insurer_id`, `raised_at`), INDEX `IDX_ad4215ddbd864814cec7a03e0c` (`rule_key`, `cleared_at`), INDEX `IDX_548b1c9008d105f562fce370a6` (`subject_id`, `rule_key`), INDEX `IDX_35758f7fcc019cbf8429438651` (`raised_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "INSERT IGNORE INTO `finding_clock` (`id`, `judged_on`) VALUES (1, NULL)",
      "ALTER TABLE `finding` ADD CONSTRAINT `FK_e57e482b5f61c2274e0d066def3` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `finding` ADD CONSTRAINT `FK_bacef72606689c1cc766c9782d1` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `finding` ADD CONSTRAINT `FK_36b0adfc41b838e5a433abdc823` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `finding` DROP FOREIGN KEY `FK_36b0adfc41b838e5a433abdc823`",
      "ALTER TABLE `finding` DROP FOREIGN KEY `FK_bacef72606689c1cc766c9782d1`",
      "ALTER TABLE `finding` DROP FOREIGN KEY `FK_e57e482b5f61c2274e0d066def3`",
      "DROP INDEX `IDX_35758f7fcc019cbf8429438651` ON `finding`",
      "DROP INDEX `IDX_548b1c9008d105f562fce370a6` ON `finding`",
      "DROP INDEX `IDX_ad4215ddbd864814cec7a03e0c` ON `finding`",
      "DROP INDEX `IDX_4dfbf9fda0bcc431f93753bfa6` ON `finding`",
      "DROP INDEX `IDX_7994ff9382008ba199c659a187` ON `finding`",
      "DROP INDEX `IDX_cf1204df78759c898ea654ad86` ON `finding`",
      "DROP INDEX `IDX_f54758a4531616f5fb3551e677` ON `finding`",
      "DROP TABLE `finding`",
      "DROP TABLE `finding_due`",
      "DROP TABLE `finding_clock`",
    ]);
  }
}
