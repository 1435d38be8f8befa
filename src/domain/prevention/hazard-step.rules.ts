import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { happened } from "../../submission/rules/value.rules";
import { Severity } from "../../submission/severity";
import { ContactMethod } from "./contact-method";
import { ownDigest } from "./evidence.rules";
import { HazardState } from "./hazard-state";
import { HazardStepRecordInput, type HazardStepStatement } from "./hazard-step.record-input";
import { RecipientRole } from "./recipient-role";

/** A step that meets every rule. */
export const exampleHazardStep: HazardStepStatement = {
  sourceKey: "HE-2026-0001",
  hazardKey: "H-2026-0001",
  kind: HazardState.NOTIFIED,
  at: "2026-06-01T03:00:00.000000Z",
  recipient: "李四",
  role: RecipientRole.PRINCIPAL,
  method: ContactMethod.WRITTEN,
  evidenceDigest: "a".repeat(64),
};
const step = (change: Partial<HazardStepStatement>): HazardStepStatement => ({
  ...exampleHazardStep,
  ...change,
});

const completeNotice: Rule<HazardStepStatement> = {
  id: "HAZ-04",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第二条",
  zh: "告知须写明对象姓名、身份（主要负责人或实际控制人）、方式和佐证",
  en: "A notice names recipient, role (principal or actual controller), method and evidence",
  breaches: (record) => {
    if (record.kind !== HazardState.NOTIFIED) return [];
    const names = ["recipient", "role", "method", "evidenceDigest"] as const;
    return names.filter((name) => !record[name]?.trim()).map((name) => `$.${name}`);
  },
  examples: {
    meet: [
      ["a complete notice", step({})],
      ["a step that is no notice", step({ kind: HazardState.RECTIFYING, recipient: null })],
    ],
    break: [
      ["no recipient", step({ recipient: " " })],
      ["no role", step({ role: null })],
      ["no method", step({ method: null })],
      ["no evidence", step({ evidenceDigest: null })],
    ],
  },
};

/** Whether it may follow depends on other records, so that is no gate: see {@link stateAfter}. */
const laterStep: Rule<HazardStepStatement> = {
  id: "HAZ-06",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第二条（闭环）",
  zh: "发现由隐患记录本身报送，处置事件从告知开始",
  en: "That a hazard was found is stated by the hazard itself; its steps begin with the notice",
  breaches: ({ kind }) => (kind === HazardState.FOUND ? ["$.kind"] : []),
  examples: {
    meet: [["the notice", step({})]],
    break: [["found once more", step({ kind: HazardState.FOUND })]],
  },
};

/** What a step is judged by when it arrives. */
export const hazardStepRules: readonly Rule<HazardStepStatement>[] = [
  requiredFields("SUB-20", HazardStepRecordInput, exampleHazardStep, "ENG"),
  completeNotice,
  laterStep,
  ownDigest(exampleHazardStep),
  happened(exampleHazardStep, "at"),
];
