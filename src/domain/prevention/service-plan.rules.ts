import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { exampleUscc, validUscc } from "../registry/identifiers/uscc.rules";
import { ServicePlanRecordInput, type ServicePlanStatement } from "./service-plan.record-input";

/** A plan that meets every rule. */
export const examplePlan: ServicePlanStatement = {
  sourceKey: "SP-2026-0001",
  policyKey: "P-2026-0001",
  items: ["01", "03"],
  measures: "现场排查，集中培训",
  frequency: 2,
  ownTeam: true,
  persons: ["王工"],
  goals: "一般隐患按期整改率 100%",
  safeguards: "专人负责，专款专用",
  budgetFen: "750000",
  periodFrom: "2026-06-01",
  periodTo: "2027-05-31",
};
const plan = (change: Partial<ServicePlanStatement>): ServicePlanStatement => ({
  ...examplePlan,
  ...change,
});

const sevenElements: Rule<ServicePlanStatement> = {
  id: "SVP-02",
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第二条；AQ 9010-2019",
  zh: "服务方案须具备项目、措施、频次、机构（或自有团队）、人员、目标、保障措施七要素",
  en: "A plan states items, measures, frequency, agency (or own team), persons, goals, safeguards",
  breaches: (record) => [
    ...(["items", "persons"] as const).flatMap((name) =>
      record[name]?.some((item) => item.trim()) ? [] : [`$.${name}`],
    ),
    ...(["measures", "goals", "safeguards"] as const).flatMap((name) =>
      record[name]?.trim() ? [] : [`$.${name}`],
    ),
    ...((record.frequency ?? 0) >= 1 ? [] : ["$.frequency"]),
    ...(record.agencyUscc || record.ownTeam ? [] : ["$.agencyUscc"]),
  ],
  examples: {
    meet: [
      ["own team", plan({ ownTeam: true })],
      ["an agency", plan({ ownTeam: null, agencyUscc: exampleUscc })],
      ["once", plan({ frequency: 1 })],
    ],
    break: [
      ["no items", plan({ items: [] })],
      ["no measures", plan({ measures: " " })],
      ["never", plan({ frequency: 0 })],
      ["nobody to serve", plan({ ownTeam: null })],
      ["neither agency nor own team", plan({ ownTeam: false })],
      ["no persons", plan({ persons: null })],
      ["no goals", plan({ goals: null })],
      ["no safeguards", plan({ safeguards: "" })],
    ],
  },
};

/** What a service plan is judged by when it arrives. */
export const servicePlanRules: readonly Rule<ServicePlanStatement>[] = [
  requiredFields("SUB-20", ServicePlanRecordInput, examplePlan, "ENG"),
  sevenElements,
  validUscc("ORG-01", "agencyUscc", examplePlan),
];
