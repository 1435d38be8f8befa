import { InputType } from "type-graphql";
import {
  DecimalInput,
  FenInput,
  InstantInput,
  LongTextInput,
  OneOfInput,
  PartsInput,
  TextInput,
  TextListInput,
  WholeInput,
  YesNoInput,
} from "../../submission/fields/record-field";
import { recordInput } from "../../submission/fields/record-input";
import { ContactMethod } from "./contact-method";
import { DrillTopic } from "./drill-topic";
import { Datum } from "../registry/datum";
import {
  ServiceEvidenceRecordInput,
  type ServiceEvidenceStatement,
} from "./service-evidence.record-input";
import { ServiceMode } from "./service-mode";
import { ServiceStatus } from "./service-status";
import type { Plain } from "../../submission/plain";

const may = { nullable: true };
const degrees = { precision: 9, scale: 6, nullable: true };

/** A prevention service as it is reported. Its six elements are required by SVR-01. */
@InputType({ description: "服务记录报送记录 A prevention service as reported." })
export class ServiceRecordRecordInput extends recordInput("service") {
  @TextInput("service", "方案来源键 Source key of the plan.", { max: 100, ...may })
  planKey?: string | null;

  @TextInput("service", "保单来源键 Source key of the policy.", { max: 100, ...may })
  policyKey?: string | null;

  @TextInput("service", "服务机构统一社会信用代码 Code of the agency.", { max: 18, ...may })
  agencyUscc?: string | null;

  @YesNoInput("service", "自有团队 True when the insurer's own team served.", may)
  ownTeam?: boolean | null;

  @TextInput("service", "服务项目 Service item, code 01 to 07.", { max: 10, ...may })
  item?: string | null;

  @OneOfInput("service", ServiceMode, "服务方式 On site or remote.")
  mode?: ServiceMode | null;

  @InstantInput("service", "开始时间 Start; the planned start while it is planned.", may)
  startedAt?: string | null;

  @InstantInput("service", "结束时间 End.", may)
  endedAt?: string | null;

  @TextInput("serviceEvidence", "服务地点 Place of the service.", { max: 300, ...may })
  place?: string | null;

  @DecimalInput("serviceEvidence", "纬度 Latitude, degrees north.", degrees)
  lat?: string | null;

  @DecimalInput("serviceEvidence", "经度 Longitude, degrees east.", degrees)
  lon?: string | null;

  @OneOfInput("serviceEvidence", Datum, "坐标基准 Datum of the position.", may)
  datum?: Datum | null;

  @TextListInput("expert", "服务人员 Names of the persons who served.", { max: 60, ...may })
  persons?: string[] | null;

  @TextListInput("service", "专家来源键 Source keys of experts who took part.", {
    max: 100,
    ...may,
  })
  expertKeys?: string[] | null;

  @LongTextInput("service", "服务措施 Measures taken.", may)
  measures?: string | null;

  @LongTextInput("service", "服务过程 How the service went.", may)
  process?: string | null;

  @WholeInput("service", "参加人数 Number of attendees.", may)
  attendees?: number | null;

  @WholeInput("service", "发现隐患数 Number of hazards found.", may)
  hazardsFound?: number | null;

  @TextListInput("hazard", "隐患来源键 Source keys of the hazards found in it.", {
    max: 100,
    ...may,
  })
  hazardKeys?: string[] | null;

  @TextListInput("service", "演练内容 What a drill practised.", {
    max: 20,
    of: DrillTopic,
    ...may,
  })
  drillTopics?: DrillTopic[] | null;

  @FenInput("feeDetail", "服务费用（分） Cost of this service, in fen.", may)
  costFen?: string | null;

  @InstantInput("service", "回访时间 When the enterprise was asked back.", may)
  returnVisitAt?: string | null;

  @OneOfInput("service", ContactMethod, "回访方式 How the enterprise was asked.", may)
  returnVisitMethod?: ContactMethod | null;

  @WholeInput("service", "满意度 Satisfaction, 1 to 5.", may)
  returnVisitSatisfaction?: number | null;

  @LongTextInput("service", "回访意见 Opinion stated at the return visit.", may)
  returnVisitOpinion?: string | null;

  @InstantInput("service", "保险机构确认时间 When the insurer confirmed.", may)
  insurerConfirmedAt?: string | null;

  @InstantInput("service", "投保单位确认时间 When the enterprise confirmed.", may)
  enterpriseConfirmedAt?: string | null;

  @InstantInput("service", "归档时间 When the record was archived.", may)
  archivedAt?: string | null;

  @OneOfInput("service", ServiceStatus, "服务状态 State of the service.")
  status?: ServiceStatus | null;

  @PartsInput("serviceEvidence", ServiceEvidenceRecordInput, "佐证材料 Evidence.", may)
  evidence?: ServiceEvidenceStatement[] | null;
}

/** Such a record, as rules and tests write it. */
export type ServiceRecordStatement = Plain<ServiceRecordRecordInput>;
