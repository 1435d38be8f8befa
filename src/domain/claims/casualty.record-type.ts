import { defineRecordType } from "../../submission/record-type";
import { waitingDeadline } from "../registry/waiting-deadline";
import { Casualty } from "./casualty.entity";
import { CasualtyRecordInput, type CasualtyStatement } from "./casualty.record-input";
import { casualtyRules, exampleCasualty } from "./casualty.rules";
import { toClaim } from "./to-claim";

/**
 * How casualties are reported. The number stays with the claim it belongs to, for those who settle
 * it; its digest finds one person in several claims and insurers (CLM-11).
 */
export const casualtyRecordType = defineRecordType<CasualtyStatement>({
  name: "casualty",
  mutation: "submitCasualties",
  submitters: ["INSURER"],
  entity: Casualty,
  input: CasualtyRecordInput,
  sums: [],
  rules: casualtyRules,
  example: exampleCasualty,
  references: [toClaim("CLM-06")],
  seal: ({ idNumber }, digests) => ({ idNumberHmac: idNumber ? digests.of(idNumber) : null }),
  row: ({ idNumberHmac, documents }) => ({
    idNumberHmac: idNumberHmac ?? null,
    documents: JSON.stringify(documents ?? []),
  }),
  waitsUntil: waitingDeadline,
});
