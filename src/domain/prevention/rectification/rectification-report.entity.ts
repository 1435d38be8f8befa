import { Index } from "typeorm";
import { Instant, LongText, Text } from "../../../graph/fields/field";
import { GraphEntity } from "../../../graph/fields/graph-entity";
import { KeyOf, One } from "../../../graph/fields/relation";
import { Enterprise } from "../../registry/enterprise.entity";
import { Hazard } from "../hazard.entity";
import { servedScope, ServedRow } from "../served-row";

/** The enterprise's own word; the events that follow from it stand in the loop of the hazard. */
@GraphEntity({
  label: "hazard",
  idPrefix: "rct",
  description: "整改报告 That the enterprise rectifies, or has rectified, a hazard.",
  scope: servedScope,
  order: { by: "startedAt", direction: "DESC" },
})
@Index(["enterpriseId", "sourceKey"], { unique: true })
@Index(["hazardId", "startedAt"])
@Index(["insurerId", "startedAt"])
@Index(["enterpriseId", "startedAt"])
@Index(["serviceAgencyId", "startedAt"])
@Index(["regionCode", "startedAt"])
export class RectificationReport extends ServedRow {
  @KeyOf(() => Hazard)
  hazardId!: string;

  @Instant("hazard", "开始整改时间 When rectification began.")
  startedAt!: string;

  @Instant("hazard", "完成整改时间 When it was done.", { nullable: true })
  rectifiedAt!: string | null;

  @Text("hazardDetail", "整改人 Who rectified it.", { max: 60, nullable: true })
  person!: string | null;

  @LongText("hazardDetail", "整改措施 What was done.", { nullable: true })
  measures!: string | null;

  @Text("hazardDetail", "佐证摘要 SHA-256 of the evidence, 64 lower-case hex digits.", {
    max: 64,
    nullable: true,
  })
  evidenceDigest!: string | null;

  @One("hazard", () => Hazard, "hazardId", "事故隐患 The hazard.")
  hazard!: Hazard | null;

  @One("enterprise", () => Enterprise, "enterpriseId", "整改单位 The enterprise that rectifies.")
  enterprise!: Enterprise | null;
}
