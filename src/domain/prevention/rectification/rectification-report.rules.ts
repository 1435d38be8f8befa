import type { Rule } from "../../../submission/rule";
import { recordId } from "../../../submission/rules/record-id.rules";
import { requiredFields } from "../../../submission/rules/record-shape.rules";
import { happened } from "../../../submission/rules/value.rules";
import { Severity } from "../../../submission/severity";
import { ownDigest } from "../evidence.rules";
import {
  RectificationReportRecordInput,
  type RectificationReportStatement,
} from "./rectification-report.record-input";

/** A report that meets every rule. */
export const exampleRectification: RectificationReportStatement = {
  sourceKey: "ZG-2026-0001",
  hazardId: `haz_${"a".repeat(20)}`,
  startedAt: "2026-06-01T03:00:00.000000Z",
  rectifiedAt: "2026-06-01T03:30:00.000000Z",
  person: "赵六",
  measures: "更换配电箱门并接地",
  evidenceDigest: "c".repeat(64),
};
const report = (change: Partial<RectificationReportStatement>): RectificationReportStatement => ({
  ...exampleRectification,
  ...change,
});

const begunBeforeDone: Rule<RectificationReportStatement> = {
  id: "HAZ-06",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第二条（闭环）",
  zh: "完成整改的时间不得早于开始整改的时间",
  en: "Rectification is not done before it began",
  breaches: ({ startedAt, rectifiedAt }) =>
    startedAt && rectifiedAt && rectifiedAt < startedAt ? ["$.rectifiedAt"] : [],
  examples: {
    meet: [
      ["done at once", report({ rectifiedAt: exampleRectification.startedAt ?? null })],
      ["going on", report({ rectifiedAt: null })],
    ],
    break: [["done before", report({ rectifiedAt: "2026-06-01T02:59:59.999999Z" })]],
  },
};

/** What a rectification report is judged by when it arrives. */
export const rectificationReportRules: readonly Rule<RectificationReportStatement>[] = [
  requiredFields("SUB-20", RectificationReportRecordInput, exampleRectification, "ENG"),
  recordId("hazardId", "haz", exampleRectification),
  happened(exampleRectification, "startedAt", "rectifiedAt"),
  begunBeforeDone,
  ownDigest(exampleRectification),
];
