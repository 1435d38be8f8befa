import { InputType } from "type-graphql";
import {
  InstantInput,
  LongTextInput,
  TextInput,
  WholeInput,
} from "../../../submission/fields/record-field";
import { recordInput } from "../../../submission/fields/record-input";
import type { Plain } from "../../../submission/plain";

/** A confirmation as the enterprise states it. It reads the id of the service in the graph. */
@InputType({ description: "服务确认报送记录 A confirmation as the enterprise states it." })
export class ServiceConfirmationRecordInput extends recordInput("service") {
  @TextInput("service", "服务记录标识 Id of the service record confirmed.", { max: 24 })
  serviceRecordId?: string | null;

  @InstantInput("service", "确认时间 When the enterprise confirmed.")
  confirmedAt?: string | null;

  @WholeInput("service", "满意度 Satisfaction, 1 to 5.", { nullable: true })
  satisfaction?: number | null;

  @LongTextInput("service", "意见 Opinion.", { nullable: true })
  opinion?: string | null;
}

/** Such a record, as rules and tests write it. */
export type ServiceConfirmationStatement = Plain<ServiceConfirmationRecordInput>;
