import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { ContactMethod } from "./contact-method";
import { digestOfEvidence } from "./evidence.rules";
import type { HazardEventStatement } from "./hazard-event.record-input";
import { HazardLevel } from "./hazard-level";
import { nextStates } from "./hazard-loop";
import { HazardState } from "./hazard-state";
import { HazardRecordInput, type HazardStatement } from "./hazard.record-input";
import { RecipientRole } from "./recipient-role";

/** A hazard that meets every rule. */
export const exampleHazard: HazardStatement = {
  sourceKey: "H-2026-0001",
  serviceRecordKey: "SR-2026-0001",
  level: HazardLevel.GENERAL,
  description: "配电箱门未接地",
  place: "一号车间",
  foundAt: "2026-06-01T02:00:00.000000Z",
  deadline: "2026-06-15",
};
const hazard = (change: Partial<HazardStatement>): HazardStatement => ({
  ...exampleHazard,
  ...change,
});

const { FOUND, NOTIFIED, RECTIFYING, RECTIFIED, RECHECKED, RETURNED, CLOSED } = HazardState;
const { OVERDUE, REPORTED, SUPERVISED } = HazardState;

const notice: HazardEventStatement = {
  kind: NOTIFIED,
  at: "2026-06-01T03:00:00.000000Z",
  recipient: "李四",
  role: RecipientRole.PRINCIPAL,
  method: ContactMethod.WRITTEN,
  evidenceDigest: "a".repeat(64),
};
const notified = (change: Partial<HazardEventStatement>): HazardStatement =>
  hazard({ events: [{ ...notice, ...change }] });
const steps = (...kinds: HazardState[]): HazardStatement =>
  hazard({ events: kinds.map((kind) => ({ ...notice, kind })) });

const namedCriterion: Rule<HazardStatement> = {
  id: "HAZ-01",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第二条",
  zh: "重大事故隐患须写明判定标准条款（MH-行业-标准年份-序号）",
  en: "A major hazard names the criterion it is judged by (MH-sector-year-n)",
  breaches: ({ level, criterionCode }) =>
    level === HazardLevel.MAJOR && !/^MH-[A-Z_]+-\d{4}-\w+$/.test(criterionCode ?? "")
      ? ["$.criterionCode"]
      : [],
  examples: {
    meet: [
      ["general, without criterion", hazard({})],
      [
        "major, with criterion",
        hazard({ level: HazardLevel.MAJOR, criterionCode: "MH-FIREWORKS-2017-05" }),
      ],
    ],
    break: [
      ["major, without criterion", hazard({ level: HazardLevel.MAJOR })],
      ["major, in other words", hazard({ level: HazardLevel.MAJOR, criterionCode: "超药量" })],
    ],
  },
};

const completeNotice: Rule<HazardStatement> = {
  id: "HAZ-04",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第二条",
  zh: "告知须写明对象姓名、身份（主要负责人或实际控制人）、方式和佐证",
  en: "A notice names recipient, role (principal or actual controller), method and evidence",
  breaches: ({ events }) =>
    (events ?? []).flatMap((event, n) => {
      if (event.kind !== NOTIFIED) return [];
      const names = ["recipient", "role", "method", "evidenceDigest"] as const;
      return names.filter((name) => !event[name]?.trim()).map((name) => `$.events[${n}].${name}`);
    }),
  examples: {
    meet: [
      ["a complete notice", notified({})],
      ["no notice yet", hazard({ events: [] })],
    ],
    break: [
      ["no recipient", notified({ recipient: " " })],
      ["no role", notified({ role: null })],
      ["no method", notified({ method: null })],
      ["no evidence", notified({ evidenceDigest: null })],
    ],
  },
};

const legalOrder: Rule<HazardStatement> = {
  id: "HAZ-06",
  severity: Severity.REJECT,
  legalBasis: "应急厅函〔2024〕322号第二条（闭环）",
  zh: "处置事件的次序不合规定，或时间倒退",
  en: "The steps are not in the legal order, or go back in time",
  breaches: ({ events, foundAt }) => {
    let [state, at] = [FOUND, foundAt ?? ""];
    return (events ?? []).flatMap((event, n) => {
      const next = event.kind ?? FOUND;
      const first = n === 0 && next === FOUND;
      const wrong = !first && !nextStates[state].includes(next);
      const early = (event.at ?? "") < at;
      [state, at] = [next, event.at ?? at];
      return [...(wrong ? [`$.events[${n}].kind`] : []), ...(early ? [`$.events[${n}].at`] : [])];
    });
  },
  examples: {
    meet: [
      ["closed", steps(NOTIFIED, RECTIFYING, RECTIFIED, RECHECKED, CLOSED)],
      ["beginning with what it is", steps(FOUND, NOTIFIED)],
      ["returned once", steps(NOTIFIED, RECTIFYING, RECTIFIED, RECHECKED, RETURNED, RECTIFYING)],
      ["overdue and reported", steps(NOTIFIED, OVERDUE, REPORTED, SUPERVISED, RECTIFIED)],
      ["notified when found", notified({ at: exampleHazard.foundAt ?? null })],
    ],
    break: [
      ["rectified without notice", steps(RECTIFYING)],
      ["closed without a re-check", steps(NOTIFIED, RECTIFYING, RECTIFIED, CLOSED)],
      ["closed, then anything", steps(NOTIFIED, RECTIFYING, RECTIFIED, RECHECKED, CLOSED, FOUND)],
      ["overdue and not reported", steps(NOTIFIED, OVERDUE, RECTIFYING)],
      ["notified before it was found", notified({ at: "2026-06-01T01:59:59.999999Z" })],
    ],
  },
};

/** What a hazard is judged by when it arrives. */
export const hazardRules: readonly Rule<HazardStatement>[] = [
  requiredFields("SUB-20", HazardRecordInput, exampleHazard, "ENG"),
  namedCriterion,
  completeNotice,
  legalOrder,
  digestOfEvidence<HazardStatement>({
    digests: ({ events }) =>
      (events ?? []).map(({ evidenceDigest }, n) => [`$.events[${n}]`, evidenceDigest]),
    with: (evidenceDigest) => notified({ evidenceDigest }),
  }),
];
