import {
  defineDailyFigure,
  figureId,
  percentile,
  whenRenewed,
  type DailyFigure,
} from "../../submission/findings/daily-figure";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { serviceSubject, wasGiven } from "./service.subject";

/** The same service item in the same province. */
const peers = (alias: string): string => `${alias}.item, ' ', LEFT(${alias}.region_code, 2)`;

/** The median of services that were paid for, `r` under their policies `p`. */
function medianOf(name: string, price: string): DailyFigure {
  return defineDailyFigure({
    name,
    rows: percentile(
      50,
      `SELECT CONCAT(${peers("r")}) AS cell, ${price} AS value
        FROM service_record r JOIN policy p ON p.id = r.policy_id
        WHERE ${wasGiven("r")} AND r.cost_fen > 0`,
    ),
  });
}

const cost = medianOf("serviceCost", "r.cost_fen");
const costPerPerson = medianOf("serviceCostPerPerson", "r.cost_fen / NULLIF(p.insured_count, 0)");

const above = (figure: DailyFigure, price: string): string =>
  `EXISTS (SELECT 1 FROM daily_figure f JOIN policy p ON p.id = s.policy_id
    WHERE f.id = ${figureId(figure, peers("s"))} AND f.cases >= {peerCasesMin}
      AND ${price} > f.value * {peerPriceFactor})`;

const renewed = (figure: DailyFigure) =>
  whenRenewed(
    figure,
    `SELECT r.id FROM daily_figure f JOIN service_record r ON CONCAT(${peers("r")}) = f.cell`,
  );

const service = (costFen: string) => ({ service_record: { S: { cost_fen: costFen } } });
const medians = (total: number, perPerson: number, cases = 30) => ({
  daily_figure: {
    "serviceCost 03 34": { name: "serviceCost", value: total, cases },
    "serviceCostPerPerson 03 34": { name: "serviceCostPerPerson", value: perPerson, cases },
  },
});

/** Large units cost more in all, small ones more per person: who does both is dear. */
const dear: FindingRule = {
  id: "FEE-15",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: "应急厅函〔2024〕322号第四条（据实列支）",
  zh: "服务费用（总额及人均）均超过同地区同类服务中位数的规定倍数",
  en: "In all and per insured person, the service cost many times the median of item and province",
  subject: serviceSubject,
  paths: ["$.costFen"],
  parameters: { peerCasesMin: 30, peerPriceFactor: 3 },
  broken: `${above(cost, "s.cost_fen")}
    AND ${above(costPerPerson, "s.cost_fen / NULLIF(p.insured_count, 0)")}`,
  reads: [
    matching("policy", "id", "service_record", "policy_id"),
    renewed(cost),
    renewed(costPerPerson),
  ],
  examples: {
    given: {
      policy: { P: { insured_count: 10 } },
      service_record: { S: { policy_id: "P", item: "03", cost_fen: "3001" } },
      ...medians(1_000, 100),
    },
    meet: [
      ["three times", service("3000")],
      ["only in all", { policy: { P: { insured_count: 11 } } }],
      ["only per person", medians(1_001, 100)],
      ["of too few", medians(1_000, 100, 29)],
      ["nobody insured", { policy: { P: { insured_count: 0 } } }],
      ["no cost", { service_record: { S: { cost_fen: null } } }],
    ],
    break: [["more than three times", {}]],
  },
};

/** What services are judged by in comparison with those of their peers. */
export const servicePriceFindings: readonly FindingRule[] = [dear];
