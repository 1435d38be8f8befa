import { defineRecordType } from "../../submission/record-type";
import { insuredCopies } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { Endorsement } from "./endorsement.entity";
import { EndorsementRecordInput, type EndorsementStatement } from "./endorsement.record-input";
import { endorsementRules, exampleEndorsement } from "./endorsement.rules";
import { toPolicy } from "./to-policy";

/** How endorsements are reported. */
export const endorsementRecordType = defineRecordType<EndorsementStatement>({
  name: "endorsement",
  mutation: "submitEndorsements",
  submitters: ["INSURER"],
  entity: Endorsement,
  input: EndorsementRecordInput,
  sums: ["premiumChangeFen"],
  businessDay: "holdsFrom",
  rules: endorsementRules,
  example: exampleEndorsement,
  references: [toPolicy("SUB-22", insuredCopies)],
  row: ({ holdsFrom, changeReason }) => ({
    effectiveFrom: holdsFrom ?? null,
    reason: changeReason ?? null,
  }),
  waitsUntil: waitingDeadline,
});
