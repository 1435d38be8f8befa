import { masks } from "../../access/mask";
import { defineRecordType } from "../../submission/record-type";
import { Expert } from "./expert.entity";
import { ExpertRecordInput, type ExpertStatement } from "./expert.record-input";
import { exampleExpert, expertRules } from "./expert.rules";
import { toServiceAgency } from "./references";
import { waitingDeadline } from "./waiting-deadline";

/**
 * How experts are registered, by the insurer in whose services they take part: one person may be
 * registered by several, which his digest shows (ORG-06). His number is kept nowhere.
 */
export const expertRecordType = defineRecordType<ExpertStatement>({
  name: "expert",
  mutation: "submitExperts",
  submitters: ["INSURER"],
  entity: Expert,
  input: ExpertRecordInput,
  sums: [],
  rules: expertRules,
  example: exampleExpert,
  references: [toServiceAgency("ORG-03")],
  seal: ({ idNumber }, digests) => ({
    idNumber: null,
    idNumberHmac: idNumber ? digests.of(idNumber) : null,
    idNumberMasked: idNumber ? masks.id(idNumber) : null,
  }),
  row: ({ idNumberHmac, idNumberMasked }) => ({
    idNumberHmac: idNumberHmac ?? null,
    idNumberMasked: idNumberMasked ?? null,
  }),
  waitsUntil: waitingDeadline,
});
