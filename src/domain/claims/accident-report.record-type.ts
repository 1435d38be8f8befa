import { sql, value } from "../../database/sql";
import { defineRecordType } from "../../submission/record-type";
import { toEnterprise } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { AccidentReport } from "./accident-report.entity";
import {
  AccidentReportRecordInput,
  type AccidentReportStatement,
} from "./accident-report.record-input";
import { accidentReportRules, exampleAccidentReport, reportedGrade } from "./accident-report.rules";

/** How emergency management reports accidents of its regions: what claims are compared with. */
export const accidentReportRecordType = defineRecordType<AccidentReportStatement>({
  name: "accidentReport",
  mutation: "submitAccidentReports",
  submitters: ["EMERGENCY"],
  entity: AccidentReport,
  owner: "reportedById",
  remit: { region: "placeRegionCode", sector: null },
  input: AccidentReportRecordInput,
  sums: [],
  businessDay: "occurredAt",
  rules: accidentReportRules,
  example: exampleAccidentReport,
  references: [
    toEnterprise(
      "SUB-22",
      { regionCode: "regionCode", sector: "sector" },
      (owner) =>
        sql`EXISTS (SELECT 1 FROM accident_report r WHERE r.enterprise_id = p.id
          AND r.reported_by_id = ${value(owner)})`,
    ),
  ],
  row: (record) => ({ grade: reportedGrade(record) }),
  waitsUntil: waitingDeadline,
});
