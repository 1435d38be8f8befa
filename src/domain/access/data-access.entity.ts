import type { Label } from "../../access/label";
import type { OrganisationType } from "../../access/organisation-type";
import { Instant, OneOf, Text, TextList } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { organisationTypeValues } from "../registry/organisation-type-values";
import { AccessLogEntry } from "./access-log-entry.entity";
import { dataAccessScope } from "./access-log.scope";
import { labelValues } from "./grant-values";

/**
 * A log entry as those see it whom it is about. It says what was asked of them, not how much came:
 * counts of the whole answer, and which fields had values at all, would tell of the rows of others.
 * Fields of level 4, which not everybody may know of, are told by their kind of data.
 */
@GraphEntity({
  label: "audit",
  idPrefix: "log",
  description: "数据被访问记录 Another organisation's reading of one's own data.",
  scope: dataAccessScope,
  order: { by: "at", direction: "DESC" },
  sameTableAs: AccessLogEntry,
})
export class DataAccess {
  id!: string;

  @Instant("audit", "时间 When the data were asked for.")
  at!: string;

  @Text("audit", "操作编号 Number of the operation, the same in all its parts.", { max: 24 })
  operationId!: string;

  @Text("audit", "组织代码 Code of the organisation that read.", { max: 60 })
  organisationCode!: string;

  @Text("audit", "组织名称 Its name at that time.", { max: 200 })
  organisationName!: string;

  @OneOf("audit", organisationTypeValues, "组织类型 What it is to the law.")
  organisationType!: OrganisationType;

  @Text("audit", "用途 What for, as said with the request.", { max: 200, nullable: true })
  purpose!: string | null;

  @TextList("audit", "字段 Fields the whole operation selected, up to level 3, `Type.field`.")
  fields!: string[];

  @TextList("audit", "数据标签 Kinds of data the whole operation selected.", { of: labelValues })
  labels!: Label[];

  @Text("audit", "权限版本 Policy version it was allowed under.", { max: 60 })
  policyVersion!: string;
}
