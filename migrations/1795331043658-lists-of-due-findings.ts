import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

/** One note of what is to be judged names many rows; a note of one row is a list of one. */
export class ListsOfDueFindings1795331043658 implements MigrationInterface {
  readonly name = "ListsOfDueFindings1795331043658";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "ALTER TABLE `finding_due` CHANGE `row_id` `row_ids` mediumtext NOT NULL",
      "ALTER TABLE `finding_due` ADD `row_count` int NOT NULL DEFAULT 1",
      "ALTER TABLE `finding_due` ALTER `row_count` DROP DEFAULT",
    ]);
  }

  /** Lists of more than one are judged by a whole re-evaluation, which follows from the clock. */
  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "DELETE FROM `finding_due`",
      "UPDATE `finding_clock` SET `judged_on` = NULL",
      "ALTER TABLE `finding_due` DROP COLUMN `row_count`",
      "ALTER TABLE `finding_due` CHANGE `row_ids` `row_id` varchar(64) NOT NULL",
    ]);
  }
}
