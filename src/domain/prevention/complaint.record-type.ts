import { defineRecordType } from "../../submission/record-type";
import { toEnterprise } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { Complaint } from "./complaint.entity";
import { ComplaintRecordInput, type ComplaintStatement } from "./complaint.record-input";
import { complaintRules, exampleComplaint } from "./complaint.rules";

/** How insurers report complaints about their prevention services. */
export const complaintRecordType = defineRecordType<ComplaintStatement>({
  name: "complaint",
  mutation: "submitComplaints",
  submitters: ["INSURER"],
  entity: Complaint,
  input: ComplaintRecordInput,
  sums: [],
  businessDay: "filedAt",
  rules: complaintRules,
  example: exampleComplaint,
  references: [toEnterprise("SUB-22", { regionCode: "regionCode", sector: "sector" })],
  waitsUntil: waitingDeadline,
});
