import { Index } from "typeorm";
import { Instant, LongText, OneOf, Text } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { KeyOf, One } from "../../graph/fields/relation";
import { ContactMethod } from "./contact-method";
import { Hazard } from "./hazard.entity";
import { HazardState } from "./hazard-state";
import { RecipientRole } from "./recipient-role";
import { RectificationReport } from "./rectification/rectification-report.entity";
import { servedScope, ServedRow } from "./served-row";

@GraphEntity({
  label: "hazard",
  idPrefix: "hev",
  description: "隐患处置事件 A step in the closed loop of one hazard; never changed afterwards.",
  scope: servedScope,
  order: { by: "at", direction: "ASC" },
})
@Index(["insurerId", "sourceKey"], { unique: true })
@Index(["hazardId", "at"])
@Index(["rectificationReportId"])
@Index(["regionCode", "at"])
export class HazardEvent extends ServedRow {
  @KeyOf(() => Hazard)
  hazardId!: string;

  /** The enterprise's report this step follows from, if it does. */
  @KeyOf(() => RectificationReport, { nullable: true })
  rectificationReportId!: string | null;

  @OneOf("hazard", HazardState, "事件类型 The state this event leads to.")
  kind!: HazardState;

  @Instant("hazard", "发生时间 When it happened.")
  at!: string;

  @Text("hazardDetail", "办理人 Who did it; a re-check needs another person.", {
    max: 60,
    nullable: true,
  })
  person!: string | null;

  @Text("hazardDetail", "告知对象姓名 Who was notified.", { max: 60, nullable: true })
  recipient!: string | null;

  @OneOf("hazard", RecipientRole, "告知对象身份 Role of who was notified.", { nullable: true })
  role!: RecipientRole | null;

  @OneOf("hazard", ContactMethod, "告知方式 How they were notified.", { nullable: true })
  method!: ContactMethod | null;

  @Text("hazardDetail", "佐证摘要 SHA-256 of the evidence, 64 lower-case hex digits.", {
    max: 64,
    nullable: true,
  })
  evidenceDigest!: string | null;

  @LongText("hazardDetail", "备注 Note.", { nullable: true })
  note!: string | null;

  @One("hazard", () => Hazard, "hazardId", "事故隐患 The hazard.")
  hazard!: Hazard | null;
}
