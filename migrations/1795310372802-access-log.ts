import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class AccessLog1795310372802 implements MigrationInterface {
  readonly name = "AccessLog1795310372802";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `access_log_head` (`id` tinyint NOT NULL, `seq` bigint NOT NULL, `hash` varchar(43) NOT NULL, `first_seq` bigint NOT NULL, `hash_before` varchar(43) NOT NULL, `key_id` varchar(22) NOT NULL, `mac` varchar(43) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `access_log_subject` (`subject_id` varchar(24) NOT NULL, `digest` varchar(43) NOT NULL, PRIMARY KEY (`subject_id`, `digest`)) ENGINE=InnoDB",
      "CREATE TABLE `access_log_subject_set` (`digest` varchar(43) NOT NULL, `ids` mediumtext NOT NULL, PRIMARY KEY (`digest`)) ENGINE=InnoDB",
      "CREATE TABLE `access_log_entry` (`at` datetime(6) NOT NULL, `part` varchar(40) NOT NULL, `operation_id` varchar(24) NOT NULL, `organisation_id` varchar(24) NOT NULL, `organisation_code` varchar(60) NOT NULL, `organisation_name` varchar(200) NOT NULL, `organisation_type` varchar(40) NOT NULL, `registry_id` varchar(24) NOT NULL, `person` varchar(200) NOT NULL, `purpose` varchar(200) NULL, `kind` varchar(40) NOT NULL, `operation_digest` varchar(43) NOT NULL, `variables_digest` varchar(43) NULL, `policy_version` varchar(60) NOT NULL, `rights_key` varchar(200) NOT NULL, `grants` text NOT NULL, `outcome` varchar(40) NOT NULL, `error_codes` text NOT NULL, `denials` text NOT NULL, `level` int NOT NULL, `cells` text NOT NULL, `sensitive_cells` text NOT NULL, `fields` text NOT NULL, `labels` text NOT NULL, `subject_count` int NOT NULL, `subjects_digest` varchar(43) NULL, `duration_us` int NOT NULL, `details` text NULL, `seq` bigint NOT NULL, `format` int NOT NULL, `key_id` varchar(22) NOT NULL, `hash` varchar(43) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_544abbc25d42eafa3c71507ee7` (`subjects_digest`, `at`), INDEX `IDX_b0169bd2bf6348ab413f255413` (`organisation_id`, `at`), UNIQUE INDEX `IDX_141446fafc73a67ef073b5bdc5` (`seq`), INDEX `IDX_56939fc556260b6c3703d8a547` (`at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "DROP INDEX `IDX_56939fc556260b6c3703d8a547` ON `access_log_entry`",
      "DROP INDEX `IDX_141446fafc73a67ef073b5bdc5` ON `access_log_entry`",
      "DROP INDEX `IDX_b0169bd2bf6348ab413f255413` ON `access_log_entry`",
      "DROP INDEX `IDX_544abbc25d42eafa3c71507ee7` ON `access_log_entry`",
      "DROP TABLE `access_log_entry`",
      "DROP TABLE `access_log_subject_set`",
      "DROP TABLE `access_log_subject`",
      "DROP TABLE `access_log_head`",
    ]);
  }
}
