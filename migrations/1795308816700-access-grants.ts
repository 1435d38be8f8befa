import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class AccessGrants1795308816700 implements MigrationInterface {
  readonly name = "AccessGrants1795308816700";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `access_grant` (`organisation_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `effect` varchar(40) NOT NULL, `label` varchar(40) NULL, `field` varchar(120) NULL, `right` varchar(40) NOT NULL, `rows_kind` varchar(40) NOT NULL, `rows_value` varchar(60) NOT NULL, `purpose` varchar(500) NOT NULL, `legal_basis` varchar(300) NOT NULL, `valid_from` datetime(6) NOT NULL, `valid_to` datetime(6) NULL, `requested_by_id` varchar(24) NOT NULL, `requested_person` varchar(200) NOT NULL, `requested_at` datetime(6) NOT NULL, `owner_id` varchar(24) NULL, `owner_person` varchar(200) NULL, `owner_approved_at` datetime(6) NULL, `receiver_person` varchar(200) NULL, `receiver_accepted_at` datetime(6) NULL, `revoked_at` datetime(6) NULL, `revoke_reason` varchar(500) NULL, `id` varchar(24) NOT NULL, INDEX `IDX_36cd0c2f105b1dbfe6ff3d419a` (`region_code`, `requested_at`), INDEX `IDX_7a718bce92324f18bb554d81b6` (`organisation_id`, `revoked_at`), INDEX `IDX_216595c24ec30aa1cc5f10f2de` (`requested_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
      "CREATE TABLE `access_grant_event` (`seq` bigint NOT NULL AUTO_INCREMENT, `grant_id` varchar(24) NOT NULL, `act` varchar(40) NOT NULL, `organisation_id` varchar(24) NOT NULL, `person` varchar(200) NOT NULL, `note` varchar(500) NULL, `at` datetime(6) NOT NULL, INDEX `IDX_416e378fb0a992c407addf1f67` (`grant_id`, `seq`), PRIMARY KEY (`seq`)) ENGINE=InnoDB",
      "ALTER TABLE `access_grant` ADD CONSTRAINT `FK_e219345c45196967c6b2c35a0fd` FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `access_grant` ADD CONSTRAINT `FK_961fe4ee343e4328fc5c8ee9d43` FOREIGN KEY (`requested_by_id`) REFERENCES `organisation`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
      "ALTER TABLE `access_grant` ADD CONSTRAINT `FK_ba4466936ed9b34163db961d825` FOREIGN KEY (`owner_id`) REFERENCES `organisation`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `access_grant` DROP FOREIGN KEY `FK_ba4466936ed9b34163db961d825`",
      "ALTER TABLE `access_grant` DROP FOREIGN KEY `FK_961fe4ee343e4328fc5c8ee9d43`",
      "ALTER TABLE `access_grant` DROP FOREIGN KEY `FK_e219345c45196967c6b2c35a0fd`",
      "DROP INDEX `IDX_416e378fb0a992c407addf1f67` ON `access_grant_event`",
      "DROP TABLE `access_grant_event`",
      "DROP INDEX `IDX_216595c24ec30aa1cc5f10f2de` ON `access_grant`",
      "DROP INDEX `IDX_7a718bce92324f18bb554d81b6` ON `access_grant`",
      "DROP INDEX `IDX_36cd0c2f105b1dbfe6ff3d419a` ON `access_grant`",
      "DROP TABLE `access_grant`",
    ]);
  }
}
