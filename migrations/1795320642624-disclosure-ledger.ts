import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class DisclosureLedger1795320642624 implements MigrationInterface {
  readonly name = "DisclosureLedger1795320642624";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `disclosure_ledger` (`organisation_id` varchar(24) NOT NULL, `field` varchar(120) NOT NULL, `told` longtext NOT NULL, PRIMARY KEY (`organisation_id`, `field`)) ENGINE=InnoDB",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, ["DROP TABLE `disclosure_ledger`"]);
  }
}
