import { Column, Index } from "typeorm";
import type { Label } from "../../access/label";
import type { DeliveredCells, logOutcomes } from "../../access/log/log-entry";
import { entityIdLength } from "../../database/entity-id";
import { Instant, OneOf, Text, TextList, Whole } from "../../graph/fields/field";
import { GraphEntity } from "../../graph/fields/graph-entity";
import { accessLogScope } from "./access-log.scope";
import { DeliveredField, DeniedMention } from "./access-log-values";
import { logKindValues, logOutcomeValues } from "./access-log-enums";
import { labelValues } from "./grant-values";

/**
 * An operation of an organisation, as the hub logged it before it answered. Written by access/log
 * alone and never changed; each entry's hash is over all before it.
 */
@GraphEntity({
  label: "audit",
  idPrefix: "log",
  description: "访问日志条目 What an organisation asked, and what it was given.",
  scope: accessLogScope,
  order: { by: "at", direction: "DESC" },
})
@Index(["seq"], { unique: true })
@Index(["organisationId", "at"])
@Index(["subjectsDigest", "at"])
export class AccessLogEntry {
  id!: string;

  @Instant("audit", "时间 When it was asked.")
  at!: string;

  @Text("audit", "部署单元 Which part wrote it: hub, gateway or the name of a subgraph.", {
    max: 40,
  })
  part!: string;

  @Text("audit", "操作编号 Number of the operation, the same in all its parts.", { max: 24 })
  operationId!: string;

  @Column({ type: "varchar", length: entityIdLength })
  organisationId!: string;

  @Column({ type: "varchar", length: 60 })
  organisationCode!: string;

  @Column({ type: "varchar", length: 200 })
  organisationName!: string;

  @Column({ type: "varchar", length: 40 })
  organisationType!: string;

  /** The insurer, agency or enterprise that the organisation is; empty for authorities. */
  @Column({ type: "varchar", length: entityIdLength })
  registryId!: string;

  @Text("audit", "操作人 Who of the organisation: the subject of the token.", { max: 200 })
  person!: string;

  @Text("audit", "用途 What for, as said with the request.", { max: 200, nullable: true })
  purpose!: string | null;

  @OneOf("audit", logKindValues, "操作类型 Kind of operation.")
  kind!: keyof typeof logKindValues;

  @Text("audit", "操作摘要 SHA-256 of the document and the operation name, base64url.", { max: 43 })
  operationDigest!: string;

  @Text(
    "audit",
    "变量摘要 SHA-256 of the variables, base64url, or of all of a body above 128 KB; null: none.",
    { max: 43, nullable: true },
  )
  variablesDigest!: string | null;

  @Text("audit", "权限版本 Policy version of the decision.", { max: 60 })
  policyVersion!: string;

  @Text("audit", "权限标识 Key of the rights decided by.", { max: 200 })
  rightsKey!: string;

  @TextList("audit", "所依授权 Ids of the grants the decision rested on.")
  grants!: string[];

  @OneOf("audit", logOutcomeValues, "结果 What became of it.")
  outcome!: (typeof logOutcomes)[number];

  @TextList("audit", "错误代码 Codes of the errors it met.")
  errorCodes!: string[];

  @TextList("audit", "被拒项 What was denied.", { of: DeniedMention })
  denials!: DeniedMention[];

  @Whole("audit", "数据级别 Highest level of the data the answer told of; 0: none.")
  level!: number;

  @TextList("audit", "已提供数据项 Values delivered, by field.", { of: DeliveredField })
  cells!: DeliveredCells[];

  @TextList("audit", "已提供敏感数据项 Values of level 4 delivered, by field.", {
    of: DeliveredField,
  })
  sensitiveCells!: DeliveredCells[];

  @TextList("audit", "所选字段 Fields the document selected, up to level 3, `Type.field`.")
  fields!: string[];

  @TextList("audit", "数据标签 Kinds of data the document selected.", { of: labelValues })
  labels!: Label[];

  @Whole("audit", "数据主体数 Enterprises and insurers the answer was about.")
  subjectCount!: number;

  @Text("audit", "数据主体摘要 SHA-256 of their ids; null: none.", { max: 43, nullable: true })
  subjectsDigest!: string | null;

  @Whole("audit", "耗时（微秒） Time to the answer, in microseconds.")
  durationUs!: number;

  /** Of entries the log makes about itself. */
  @Column({ type: "text", nullable: true })
  details!: string | null;

  /** Place in the chain, counted over all organisations: published to none. */
  @Column({ type: "bigint" })
  seq!: string;

  @Column({ type: "int" })
  format!: number;

  @Column({ type: "varchar", length: 22 })
  keyId!: string;

  @Column({ type: "varchar", length: 43 })
  hash!: string;
}
