import { sql, value, valueList } from "../../../database/sql";
import { toDatabase } from "../../../submission/derive-row";
import { defineRecordType, type StoredRow } from "../../../submission/record-type";
import { arrived } from "../../../submission/rules/reference.rules";
import { waitingDeadline } from "../../registry/waiting-deadline";
import { hazardStateFrom } from "../derive-hazard-states";
import { HazardEvent } from "../hazard-event.entity";
import { HazardState } from "../hazard-state";
import { Hazard } from "../hazard.entity";
import { RectificationReport } from "./rectification-report.entity";
import {
  RectificationReportRecordInput,
  type RectificationReportStatement,
} from "./rectification-report.record-input";
import { exampleRectification, rectificationReportRules } from "./rectification-report.rules";

/**
 * How enterprises report that they rectify hazards: each report puts its steps into the loop of the
 * hazard. Another enterprise's hazard is one that has not arrived, in the same words.
 */
export const rectificationReportRecordType = defineRecordType<RectificationReportStatement>({
  name: "rectificationReport",
  mutation: "reportRectifications",
  submitters: ["ENTERPRISE"],
  entity: RectificationReport,
  owner: "enterpriseId",
  input: RectificationReportRecordInput,
  sums: [],
  businessDay: "startedAt",
  rules: rectificationReportRules,
  example: exampleRectification,
  references: [
    {
      name: "hazard",
      rule: arrived("SUB-22", "事故隐患", "hazard"),
      path: "$.hazardId",
      target: () => Hazard,
      ids: ({ hazardId }) => (hazardId ? [hazardId] : []),
      knownTo: (owner) => sql`p.enterprise_id = ${value(owner)}`,
      property: "hazardId",
      copies: {
        insurerId: "insurerId",
        regionCode: "regionCode",
        sector: "sector",
        serviceAgencyId: "serviceAgencyId",
      },
    },
  ],
  parts: [
    {
      entity: () => HazardEvent,
      property: "rectificationReportId",
      copies: [
        ...["hazardId", "insurerId", "enterpriseId"],
        ...["regionCode", "sector", "serviceAgencyId"],
      ],
      rows: (report) => [
        stepOf(report, HazardState.RECTIFYING, report.startedAt),
        ...(report.rectifiedAt ? [stepOf(report, HazardState.RECTIFIED, report.rectifiedAt)] : []),
      ],
    },
  ],
  consequences: [
    hazardStateFrom(
      (ids) =>
        sql`SELECT DISTINCT hazard_id AS id FROM rectification_report
          WHERE id IN (${valueList(ids)})`,
    ),
  ],
  waitsUntil: waitingDeadline,
});

function stepOf(
  { person, evidenceDigest, measures }: RectificationReportStatement,
  kind: HazardState,
  at: string | null | undefined,
): StoredRow {
  return {
    kind,
    at: toDatabase("instant", at),
    person: person ?? null,
    recipient: null,
    role: null,
    method: null,
    evidenceDigest: evidenceDigest ?? null,
    note: measures ?? null,
  };
}
