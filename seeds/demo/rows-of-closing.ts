import { entityId } from "../../src/database/entity-id";
import { EvaluationIndicator } from "../../src/domain/prevention/evaluation-indicator.entity";
import { Evaluation } from "../../src/domain/prevention/evaluation.entity";
import { FeeEntry } from "../../src/domain/prevention/fee-entry.entity";
import { dayText, serialOf } from "./days";
import type { DemoInsurer } from "./institutions";
import type { EnterpriseStory } from "./story";
import { partOf } from "./rows-of-policy";
import type { RowOf, RowSink } from "./table-row";
import type { DemoWorld } from "./world";

/** A budget of one insurer's ledger for one city and year. */
export interface BudgetEntry {
  readonly id: string;
  readonly sourceKey: string;
  readonly insurer: DemoInsurer;
  readonly city: string;
  readonly year: number;
  readonly bookedOn: string;
  readonly amount: number;
}

/** 1,000 yuan: budgets are round. */
const ROUNDED_TO = 100_000;

/**
 * Adds up, story by story, what the ledgers spend and the plans of their years set aside: their
 * budgets are known only at the end.
 */
export class LedgerTotals {
  private readonly spent = new Map<string, number>();
  private readonly planned = new Map<string, number>();

  add(story: EnterpriseStory): void {
    const city = story.regionCode.slice(0, 4);
    for (const { insurer, fees, plan, startDate } of story.policies) {
      const planKey = `${insurer.index} ${city} ${dayText(startDate).slice(0, 4)}`;
      this.planned.set(planKey, (this.planned.get(planKey) ?? 0) + (plan?.budget ?? 0));
      for (const { kind, year, amount } of fees) {
        if (kind !== "SPEND") continue;
        const key = `${insurer.index} ${city} ${year}`;
        this.spent.set(key, (this.spent.get(key) ?? 0) + amount);
      }
    }
  }

  /** A special budget for every ledger that spends, a tenth above all it is for, booked before. */
  budgets(world: DemoWorld): BudgetEntry[] {
    return [...this.spent].sort().map(([key, spent]) => {
      const [at, city = "", year] = key.split(" ");
      const insurer = world.insurer(Number(at));
      const sourceKey = `B-${city}-${year ?? ""}`;
      return {
        id: entityId("fee", insurer.id, sourceKey),
        sourceKey,
        insurer,
        city,
        year: Number(year),
        bookedOn: `${year ?? ""}-01-01`,
        amount:
          Math.ceil((Math.max(spent, this.planned.get(key) ?? 0) * 1.1) / ROUNDED_TO) * ROUNDED_TO,
      };
    });
  }
}

/** Writes down the budgets, without those of an insurer that sends them itself. */
export function addBudgets(
  entries: readonly BudgetEntry[],
  leftOut: string | null,
  sink: RowSink,
): void {
  for (const { id, sourceKey, insurer, city, year, bookedOn, amount } of entries) {
    if (insurer.orgCode === leftOut) continue;
    const row: RowOf<FeeEntry> = {
      id,
      insurerId: insurer.id,
      sector: null,
      policyId: null,
      enterpriseId: null,
      serviceRecordId: null,
      reversesId: null,
      kind: "BUDGET",
      regionCode: city,
      year,
      bookedOn,
      amountFen: String(amount),
      category: null,
      payee: null,
      invoiceNo: null,
      allocationBasis: null,
      enterpriseInformedOn: null,
      priorPeriod: 0,
      sourceKey,
      version: 1,
    };
    sink.add(FeeEntry, row);
  }
}

const indicators = [
  ["PLAN_COMPLETION", "方案完成率", 85, 100],
  ["RETURN_VISIT", "回访率", 88, 100],
  ["SATISFACTION", "满意度", 80, 98],
  ["RECTIFICATION", "隐患整改率", 85, 100],
] as const;

/** Last year's evaluation of every insurer in every city. */
export function addEvaluations(world: DemoWorld, sink: RowSink): void {
  const year = world.lastYear;
  const isOver = world.today >= serialOf(`${world.lastYear + 1}-02-01`);
  const judged = isOver ? year : year - 1;
  for (const insurer of world.insurers)
    for (const { code: city, name } of world.cities) {
      const random = world.random.fork("evaluation").fork(`${insurer.letter} ${city}`);
      const sourceKey = `V-${city}-${judged}`;
      const id = entityId("evl", insurer.id, sourceKey);
      const scores = indicators.map(([, , low, high]) => random.int(low, high));
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      const owned = { insurerId: insurer.id, regionCode: city, version: 1 };
      const row: RowOf<Evaluation> = {
        id,
        sourceKey,
        year: judged,
        grade: mean >= 94 ? "EXCELLENT" : mean >= 88 ? "GOOD" : "QUALIFIED",
        report: `${name}${judged}年度事故预防服务评估（演示），截至${dayText(world.today)}`,
        voided: 0,
        ...owned,
      };
      sink.add(Evaluation, row);
      indicators.forEach(([code, title], n) => {
        const score = `${scores[n] ?? 0}.00`;
        const indicator: RowOf<EvaluationIndicator> = {
          evaluationId: id,
          code,
          name: title,
          value: `${scores[n] ?? 0}.0000`,
          score,
          ...owned,
          ...partOf("evi", insurer.id, id, n),
        };
        sink.add(EvaluationIndicator, indicator);
      });
    }
}
