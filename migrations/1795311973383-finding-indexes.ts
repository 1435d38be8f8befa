import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class FindingIndexes1795311973383 implements MigrationInterface {
  readonly name = "FindingIndexes1795311973383";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE INDEX `IDX_fc9ee656f8c29c3f138b9a53f6` ON `fee_entry` (`invoice_no`)",
      "CREATE INDEX `IDX_b2b606c2daa8a5c2afc201b372` ON `fee_entry` (`insurer_id`, `kind`, `year`)",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "DROP INDEX `IDX_b2b606c2daa8a5c2afc201b372` ON `fee_entry`",
      "DROP INDEX `IDX_fc9ee656f8c29c3f138b9a53f6` ON `fee_entry`",
    ]);
  }
}
