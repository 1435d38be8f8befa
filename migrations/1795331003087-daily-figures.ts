import type { MigrationInterface, QueryRunner } from "typeorm";
import { ddlSteps } from "../src/database/ddl-steps";

export class DailyFigures1795331003087 implements MigrationInterface {
  readonly name = "DailyFigures1795331003087";

  async up(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, [
      "CREATE TABLE `daily_figure` (`id` varchar(110) NOT NULL, `name` varchar(40) NOT NULL, `cell` varchar(64) NOT NULL, `value` decimal(24,6) NOT NULL, `cases` int NOT NULL, `computed_on` date NOT NULL, UNIQUE INDEX `IDX_75a6fbce06a165c79fd58046b1` (`name`, `cell`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddlSteps(runner, ["DROP TABLE `daily_figure`"]);
  }
}
