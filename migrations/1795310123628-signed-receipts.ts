import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

/** Receipts from before the chain are kept as they were answered, without a signature. */
const moveReceipts = [
  "INSERT IGNORE INTO `submission_receipt` (`submission_id`, `kind`, `organisation_id`, `body`) SELECT `id`, 'SUBMITTED', `organisation_id`, JSON_MERGE_PATCH(`receipt`, JSON_OBJECT('submitter', COALESCE((SELECT `code` FROM `organisation` WHERE `id` = `organisation_id`), ''), 'held', 0, 'kind', 'SUBMITTED', 'issuedAt', JSON_VALUE(`receipt`, '$.receivedAt'), 'findings', JSON_ARRAY())) FROM `submission`",
  "ALTER TABLE `submission` DROP COLUMN `receipt`",
];

export class SignedReceipts1795310123628 implements MigrationInterface {
  readonly name = "SignedReceipts1795310123628";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `held_submission` (`submission_id` varchar(24) NOT NULL, `organisation_id` varchar(64) NOT NULL, `region_prefix` varchar(9) NOT NULL, `owner_id` varchar(24) NOT NULL, `record_type` varchar(40) NOT NULL, `regulator` varchar(40) NOT NULL, `records` int NOT NULL, `findings` longtext NOT NULL, `changes` longtext NOT NULL, `held_at` datetime(6) NOT NULL, `decision` varchar(20) NULL, `decided_by_id` varchar(64) NULL, `decided_person` varchar(200) NULL, `note` varchar(500) NULL, `decided_at` datetime(6) NULL, INDEX `IDX_f41e1d8639de3eb17c01e82a88` (`organisation_id`, `held_at`), INDEX `IDX_ceb421d78026b2b9e5d19f98ef` (`regulator`, `region_prefix`, `held_at`), PRIMARY KEY (`submission_id`)) ENGINE=InnoDB",
      "CREATE TABLE `nil_declaration` (`owner_id` varchar(24) NOT NULL, `record_type` varchar(40) NOT NULL, `day` date NOT NULL, `organisation_id` varchar(64) NOT NULL, `person` varchar(200) NOT NULL, `declared_at` datetime(6) NOT NULL, PRIMARY KEY (`owner_id`, `record_type`, `day`)) ENGINE=InnoDB",
      "CREATE TABLE `receipt_chain` (`organisation_id` varchar(64) NOT NULL, `position` int NOT NULL, `digest` varchar(64) NULL, PRIMARY KEY (`organisation_id`)) ENGINE=InnoDB",
      "CREATE TABLE `reconciliation` (`sequence` bigint NOT NULL AUTO_INCREMENT, `owner_id` varchar(24) NOT NULL, `record_type` varchar(40) NOT NULL, `day` date NOT NULL, `stated` int NOT NULL, `recorded` int NOT NULL, `differing_buckets` int NOT NULL, `agrees` tinyint NOT NULL, `organisation_id` varchar(64) NOT NULL, `person` varchar(200) NOT NULL, `reconciled_at` datetime(6) NOT NULL, INDEX `IDX_8ac250e79be40f2d4c412378ed` (`owner_id`, `record_type`, `day`, `reconciled_at`), PRIMARY KEY (`sequence`)) ENGINE=InnoDB",
      "CREATE TABLE `submission_receipt` (`submission_id` varchar(24) NOT NULL, `kind` varchar(20) NOT NULL, `organisation_id` varchar(64) NOT NULL, `body` longtext NOT NULL, `position` int NULL, `previous_digest` varchar(64) NULL, `key_id` varchar(100) NULL, `digest` varchar(64) NULL, `signature` varchar(400) NULL, UNIQUE INDEX `IDX_48c58ab49bc8baa2bc92e0ff3c` (`organisation_id`, `position`), PRIMARY KEY (`submission_id`, `kind`)) ENGINE=InnoDB",
      "ALTER TABLE `submission` ADD `corrected` int NOT NULL DEFAULT '0'",
      "ALTER TABLE `submission` ADD `voided` int NOT NULL DEFAULT '0'",
      "ALTER TABLE `pending_record` ADD `business_day` date NULL",
      "ALTER TABLE `record_version` ADD `business_day` date NULL",
      "ALTER TABLE `record_version` ADD `recorded_at` datetime(6) NULL",
      "CREATE INDEX `IDX_8c757aa8d910008bbbcb30829f` ON `pending_record` (`owner_id`, `record_type`, `business_day`)",
      "CREATE INDEX `IDX_5292a2eeeeec9ab67d226aaff4` ON `record_version` (`owner_id`, `record_type`, `business_day`)",
      "ALTER TABLE `held_submission` ADD CONSTRAINT `FK_491a6f39774d883aa2dc35e2997` FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `submission_receipt` ADD CONSTRAINT `FK_7a46a9fe1019d8e914504c3ebbc` FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
    // Not repeatable: a run that was cut off after it finds no such column.
    if (await runner.hasColumn("submission", "receipt")) await ddlSteps(runner, moveReceipts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `submission_receipt` DROP FOREIGN KEY `FK_7a46a9fe1019d8e914504c3ebbc`",
      "ALTER TABLE `held_submission` DROP FOREIGN KEY `FK_491a6f39774d883aa2dc35e2997`",
      "DROP INDEX `IDX_5292a2eeeeec9ab67d226aaff4` ON `record_version`",
      "DROP INDEX `IDX_8c757aa8d910008bbbcb30829f` ON `pending_record`",
      "ALTER TABLE `record_version` DROP COLUMN `recorded_at`",
      "ALTER TABLE `record_version` DROP COLUMN `business_day`",
      "ALTER TABLE `pending_record` DROP COLUMN `business_day`",
      "ALTER TABLE `submission` DROP COLUMN `voided`",
      "ALTER TABLE `submission` DROP COLUMN `corrected`",
      "ALTER TABLE `submission` ADD `receipt` longtext NOT NULL",
      "DROP INDEX `IDX_48c58ab49bc8baa2bc92e0ff3c` ON `submission_receipt`",
      "DROP TABLE `submission_receipt`",
      "DROP INDEX `IDX_8ac250e79be40f2d4c412378ed` ON `reconciliation`",
      "DROP TABLE `reconciliation`",
      "DROP TABLE `receipt_chain`",
      "DROP TABLE `nil_declaration`",
      "DROP INDEX `IDX_ceb421d78026b2b9e5d19f98ef` ON `held_submission`",
      "DROP INDEX `IDX_f41e1d8639de3eb17c01e82a88` ON `held_submission`",
      "DROP TABLE `held_submission`",
    ]);
  }
}
