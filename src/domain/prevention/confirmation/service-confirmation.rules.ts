import type { Rule } from "../../../submission/rule";
import { recordId } from "../../../submission/rules/record-id.rules";
import { requiredFields } from "../../../submission/rules/record-shape.rules";
import { between, happened } from "../../../submission/rules/value.rules";
import {
  ServiceConfirmationRecordInput,
  type ServiceConfirmationStatement,
} from "./service-confirmation.record-input";

/** A confirmation that meets every rule. */
export const exampleConfirmation: ServiceConfirmationStatement = {
  sourceKey: "QR-2026-0001",
  serviceRecordId: `srv_${"a".repeat(20)}`,
  confirmedAt: "2026-06-01T03:30:00.000000Z",
  satisfaction: 5,
};

/** What a confirmation is judged by when it arrives. */
export const serviceConfirmationRules: readonly Rule<ServiceConfirmationStatement>[] = [
  requiredFields("SUB-20", ServiceConfirmationRecordInput, exampleConfirmation, "ENG"),
  recordId("serviceRecordId", "srv", exampleConfirmation),
  happened(exampleConfirmation, "confirmedAt"),
  between(exampleConfirmation, "satisfaction", 1, 5),
];
