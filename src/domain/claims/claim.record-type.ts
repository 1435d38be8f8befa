import { defineRecordType } from "../../submission/record-type";
import { foldedName } from "../registry/folded-name";
import { insuredCopies } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { toPolicy } from "../underwriting/to-policy";
import { Claim } from "./claim.entity";
import { ClaimRecordInput, type ClaimStatement } from "./claim.record-input";
import { claimRules, exampleClaim, gradeOf } from "./claim.rules";

/** How claims are reported. The accident grade is computed, whatever was stated. */
export const claimRecordType = defineRecordType<ClaimStatement>({
  name: "claim",
  mutation: "submitClaims",
  submitters: ["INSURER"],
  entity: Claim,
  input: ClaimRecordInput,
  sums: ["reserveFen"],
  businessDay: "reportedAt",
  rules: claimRules,
  example: exampleClaim,
  references: [toPolicy("CLM-01", insuredCopies)],
  row: (record) => ({
    grade: gradeOf(record),
    lodgedByFolded: record.lodgedBy ? foldedName(record.lodgedBy).slice(0, 60) : null,
  }),
  waitsUntil: waitingDeadline,
});
