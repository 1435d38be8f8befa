import { Index } from "typeorm";
import { publicScope } from "../../access/row-scope";
import { Day, Text, YesNo } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";

@GraphEntity({
  label: "public",
  idPrefix: "cal",
  description: "工作日历例外 A day on which the weekday does not tell whether people work.",
  scope: publicScope,
  order: { by: "day", direction: "ASC" },
})
@Index(["day"], { unique: true })
export class CalendarException {
  id!: string;

  @Day("public", "日期 The day.")
  day!: string;

  @YesNo("public", "是否工作日 True on a weekend day made up, false on a holiday.")
  working!: boolean;

  @Text("public", "说明 The holiday, and the notice that says so.", { max: 200 })
  note!: string;
}
