import { entityId } from "../../database/entity-id";
import { sql, valueList } from "../../database/sql";
import { toDatabase } from "../../submission/derive-row";
import { defineRecordType } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import { insuredCopies } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { hazardStateFrom } from "./derive-hazard-states";
import { HazardEvent } from "./hazard-event.entity";
import { HazardState } from "./hazard-state";
import { Hazard } from "./hazard.entity";
import { HazardRecordInput, type HazardStatement } from "./hazard.record-input";
import { exampleHazard, hazardRules } from "./hazard.rules";
import { ServiceRecord } from "./service-record.entity";

/** How hazards are reported, each with the steps taken so far. */
export const hazardRecordType = defineRecordType<HazardStatement>({
  name: "hazard",
  mutation: "submitHazards",
  submitters: ["INSURER"],
  entity: Hazard,
  input: HazardRecordInput,
  sums: [],
  businessDay: "foundAt",
  rules: hazardRules,
  example: exampleHazard,
  references: [
    {
      name: "serviceRecord",
      rule: arrived("HAZ-02", "服务记录", "service record"),
      path: "$.serviceRecordKey",
      target: () => ServiceRecord,
      ids: ({ serviceRecordKey }, owner) =>
        serviceRecordKey ? [entityId("srv", owner, serviceRecordKey)] : [],
      property: "serviceRecordId",
      copies: { ...insuredCopies, serviceAgencyId: "serviceAgencyId", policyId: "policyId" },
    },
  ],
  row: ({ events }) => ({ status: events?.at(-1)?.kind ?? HazardState.FOUND }),
  consequences: [
    hazardStateFrom(
      (ids) =>
        sql`SELECT DISTINCT hazard_id AS id FROM hazard_event
          WHERE hazard_id IN (${valueList(ids)})
            AND source_key NOT LIKE CONCAT(hazard_id, '#%')`,
    ),
  ],
  parts: [
    {
      entity: () => HazardEvent,
      property: "hazardId",
      copies: ["enterpriseId", "regionCode", "sector", "serviceAgencyId"],
      rows: ({ events }) =>
        (events ?? []).map((event) => ({
          kind: event.kind ?? null,
          at: toDatabase("instant", event.at),
          person: event.person ?? null,
          recipient: event.recipient ?? null,
          role: event.role ?? null,
          method: event.method ?? null,
          evidenceDigest: event.evidenceDigest ?? null,
          note: event.note ?? null,
        })),
    },
  ],
  waitsUntil: waitingDeadline,
});
