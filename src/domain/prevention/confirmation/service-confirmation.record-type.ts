import { sql, value, valueList } from "../../../database/sql";
import { defineRecordType } from "../../../submission/record-type";
import { arrived } from "../../../submission/rules/reference.rules";
import { waitingDeadline } from "../../registry/waiting-deadline";
import { ServiceRecord } from "../service-record.entity";
import { enterpriseConfirmedFrom } from "./enterprise-confirmed";
import { ServiceConfirmation } from "./service-confirmation.entity";
import {
  ServiceConfirmationRecordInput,
  type ServiceConfirmationStatement,
} from "./service-confirmation.record-input";
import { exampleConfirmation, serviceConfirmationRules } from "./service-confirmation.rules";

/**
 * How enterprises confirm services given to them. Another enterprise's service is one that has not
 * arrived, in the same words.
 */
export const serviceConfirmationRecordType = defineRecordType<ServiceConfirmationStatement>({
  name: "serviceConfirmation",
  mutation: "confirmServices",
  submitters: ["ENTERPRISE"],
  entity: ServiceConfirmation,
  owner: "enterpriseId",
  input: ServiceConfirmationRecordInput,
  sums: [],
  businessDay: "confirmedAt",
  rules: serviceConfirmationRules,
  example: exampleConfirmation,
  references: [
    {
      name: "serviceRecord",
      rule: arrived("SUB-22", "服务记录", "service record"),
      path: "$.serviceRecordId",
      target: () => ServiceRecord,
      ids: ({ serviceRecordId }) => (serviceRecordId ? [serviceRecordId] : []),
      knownTo: (owner) => sql`p.enterprise_id = ${value(owner)}`,
      property: "serviceRecordId",
      copies: {
        insurerId: "insurerId",
        regionCode: "regionCode",
        sector: "sector",
        serviceAgencyId: "serviceAgencyId",
      },
    },
  ],
  consequences: [
    enterpriseConfirmedFrom(
      (ids) =>
        sql`SELECT DISTINCT service_record_id AS id FROM service_confirmation
          WHERE id IN (${valueList(ids)})`,
    ),
  ],
  waitsUntil: waitingDeadline,
});
