import { entityId } from "../../database/entity-id";
import { sql, valueList } from "../../database/sql";
import { defineRecordType } from "../../submission/record-type";
import { arrived } from "../../submission/rules/reference.rules";
import { insuredCopies } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { hazardStateFrom } from "./derive-hazard-states";
import { HazardEvent } from "./hazard-event.entity";
import { HazardStepRecordInput, type HazardStepStatement } from "./hazard-step.record-input";
import { exampleHazardStep, hazardStepRules } from "./hazard-step.rules";
import { Hazard } from "./hazard.entity";

/** How steps in the closed loop of hazards are reported on their own. */
export const hazardStepRecordType = defineRecordType<HazardStepStatement>({
  name: "hazardEvent",
  mutation: "submitHazardEvents",
  submitters: ["INSURER"],
  entity: HazardEvent,
  input: HazardStepRecordInput,
  sums: [],
  businessDay: "at",
  rules: hazardStepRules,
  example: exampleHazardStep,
  references: [
    {
      name: "hazard",
      rule: arrived("SUB-22", "事故隐患", "hazard"),
      path: "$.hazardKey",
      target: () => Hazard,
      ids: ({ hazardKey }, owner) => (hazardKey ? [entityId("haz", owner, hazardKey)] : []),
      property: "hazardId",
      copies: { ...insuredCopies, serviceAgencyId: "serviceAgencyId" },
    },
  ],
  consequences: [
    hazardStateFrom(
      (ids) =>
        sql`SELECT DISTINCT hazard_id AS id FROM hazard_event WHERE id IN (${valueList(ids)})`,
    ),
  ],
  waitsUntil: waitingDeadline,
});
