import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { happened } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { exampleUscc, validUscc } from "../registry/identifiers/uscc.rules";
import { ComplaintRecordInput, type ComplaintStatement } from "./complaint.record-input";

/** A complaint that meets every rule. */
export const exampleComplaint: ComplaintStatement = {
  sourceKey: "M-2026-0001",
  enterpriseUscc: exampleUscc,
  filedAt: "2026-06-01T02:00:00.000000Z",
  content: "约定的服务时间多次变更",
  needsVerifying: false,
};
const complaint = (change: Partial<ComplaintStatement>): ComplaintStatement => ({
  ...exampleComplaint,
  ...change,
});
const { filedAt = null } = exampleComplaint;

const answeredAfterFiled: Rule<ComplaintStatement> = {
  id: "SUB-26",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "延期和答复的时间不得早于投诉时间",
  en: "Extension and answer do not come before the complaint",
  breaches: (record) =>
    (["extendedAt", "repliedAt"] as const).flatMap((name) => {
      const at = record[name];
      return at && record.filedAt && at < record.filedAt ? [`$.${name}`] : [];
    }),
  examples: {
    meet: [
      ["not answered yet", complaint({})],
      ["answered at once", complaint({ repliedAt: filedAt })],
    ],
    break: [
      ["answered before", complaint({ repliedAt: "2026-06-01T01:59:59.999999Z" })],
      ["extended before", complaint({ extendedAt: "2026-06-01T01:59:59.999999Z" })],
    ],
  },
};

/** What a complaint is judged by when it arrives. */
export const complaintRules: readonly Rule<ComplaintStatement>[] = [
  requiredFields("SUB-20", ComplaintRecordInput, exampleComplaint, "ENG"),
  validUscc("ENT-01", "enterpriseUscc", exampleComplaint),
  happened(exampleComplaint, "filedAt", "extendedAt", "repliedAt"),
  answeredAfterFiled,
];
