import { defineRecordType } from "../../submission/record-type";
import { insuredCopies, toServiceAgency } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { toPolicy } from "../underwriting/to-policy";
import type { ItemBudgetStatement } from "./item-budget.record-input";
import { ServicePlan } from "./service-plan.entity";
import { ServicePlanRecordInput, type ServicePlanStatement } from "./service-plan.record-input";
import { examplePlan, servicePlanRules } from "./service-plan.rules";

/** How service plans are reported. */
export const servicePlanRecordType = defineRecordType<ServicePlanStatement>({
  name: "servicePlan",
  mutation: "submitServicePlans",
  submitters: ["INSURER"],
  entity: ServicePlan,
  input: ServicePlanRecordInput,
  sums: ["budgetFen"],
  rules: servicePlanRules,
  example: examplePlan,
  references: [toPolicy("SVP-01", insuredCopies), toServiceAgency("ORG-03")],
  row: ({ itemBudgets }) => ({ itemBudgetsFen: sumOf(itemBudgets) }),
  waitsUntil: waitingDeadline,
});

/** In fen; null when nothing was budgeted by item. */
function sumOf(budgets: readonly ItemBudgetStatement[] | null | undefined): string | null {
  if (!budgets?.length) return null;
  return String(budgets.reduce((sum, { amountFen }) => sum + BigInt(amountFen ?? 0), 0n));
}
