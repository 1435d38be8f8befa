import type { Row } from "../../database/database";
import { exampleParameter } from "../../submission/findings/example-rows";
import type { FindingRule, FindingSource } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { closedLedger, ledgerId, openLedger } from "./fee-ledger.subject";
import { FeeRatioState } from "./fee-ratio-state";
import { judgeFeeRatio } from "./judge-fee-ratio";

const floorBasis = "皖应急安责险通知第二条";
const capBasis = "应急厅函〔2024〕322号第四条";
type Columns = Record<string, string | number | null>;

const ledgersOf = (table: string, year: string): FindingSource => ({
  table,
  subjects: `SELECT DISTINCT ${ledgerId(year)} AS id FROM ${table} c WHERE c.id IN ({ids})`,
});
const ledgers = [
  ledgersOf("policy", "YEAR(c.signed_on)"),
  ledgersOf("premium_receipt", "YEAR(c.received_on)"),
  ledgersOf("fee_entry", "c.year"),
];

/** A ledger of 2025 in Hefei: 2,100 written and received, 210 extracted, 441 spent. */
const own = { insurer_id: "A", region_code: "340104" };
const given = {
  region_parameter: {
    ...exampleParameter("feeFloorPct", "10", "2021-09-01"),
    ...exampleParameter("feeCapPct", "21", "2024-10-22"),
  },
  policy: { P: { ...own, signed_on: "2025-03-01", written_premium_fen: "2100" } },
  premium_receipt: {
    R: { ...own, received_on: "2025-03-01", amount_fen: "2100", kind: "RECEIPT" },
  },
  fee_entry: {
    X: { ...own, kind: "EXTRACT", year: 2025, booked_on: "2025-06-01", amount_fen: "210" },
    Y: { ...own, kind: "SPEND", year: 2025, booked_on: "2025-06-01", amount_fen: "441" },
  },
};
const subjects = ["A:3401:2025"];
const entry = (id: "X" | "Y", amount: string) => ({ fee_entry: { [id]: { amount_fen: amount } } });
const received = (columns: Columns) => ({ premium_receipt: { R: columns } });

const judged = {
  severity: Severity.EXPLAIN,
  class: RuleClass.LEDGER,
  subject: closedLedger,
  parameters: { feeFloorPct: null, feeCapPct: null },
  broken: "TRUE",
  columns:
    "s.written, s.received, s.extracted, s.spent, {feeFloorPct} AS floor, {feeCapPct} AS cap",
  reads: ledgers,
} as const;

const underFloor: FindingRule = {
  ...judged,
  id: "FEE-04",
  legalBasis: floorBasis,
  zh: "年度提取的事故预防服务费用低于保费总额的规定比例",
  en: "Less prevention fee was extracted in the year than the floor asks of the written premium",
  paths: ["$.extracted"],
  judges: (row) =>
    [FeeRatioState.UNDER_FLOOR, FeeRatioState.UNDER_FLOOR_AND_OVER_CAP].includes(stateOf(row)),
  examples: {
    given,
    subjects,
    meet: [
      ["ten per cent", {}],
      [
        "where no floor is in force",
        {
          region_parameter: { "feeFloorPct 2021-09-01": { region_prefix: "32" } },
          ...entry("X", "0"),
        },
      ],
      ["no amount would be right", { ...entry("X", "0"), ...received({ amount_fen: "999" }) }],
    ],
    break: [["one fen less", entry("X", "209")]],
  },
};

const overCap: FindingRule = {
  ...judged,
  id: "FEE-05",
  legalBasis: capBasis,
  zh: "年度投入的事故预防服务费用超过实际收取保费的规定比例",
  en: "More prevention fee was spent in the year than the cap allows of the received premium",
  paths: ["$.spent"],
  judges: (row) =>
    [FeeRatioState.OVER_CAP, FeeRatioState.UNDER_FLOOR_AND_OVER_CAP].includes(stateOf(row)),
  examples: {
    given,
    subjects,
    meet: [
      ["twenty-one per cent", {}],
      [
        "more, but refunded",
        {
          fee_entry: {
            Y: { amount_fen: "442" },
            Z: { ...own, kind: "REFUND", year: 2025, amount_fen: "1" },
          },
        },
      ],
      [
        "more, but reversed",
        {
          fee_entry: {
            Z: { ...own, kind: "SPEND", year: 2025, amount_fen: "9" },
            V: { ...own, kind: "REVERSAL", year: 2025, amount_fen: "9", reverses_id: "Z" },
          },
        },
      ],
      ["no amount would be right", received({ amount_fen: "999" })],
    ],
    break: [
      ["one fen more", entry("Y", "442")],
      ["one fen less received", received({ amount_fen: "2099" })],
    ],
  },
};

const bandEmpty: FindingRule = {
  ...judged,
  id: "FEE-06",
  legalBasis: `${floorBasis}；${capBasis}`,
  zh: "实收保费过低，提取下限高于投入上限，任何金额都不能同时符合",
  en: "So little premium was received that no amount meets both floor and cap",
  paths: ["$.received"],
  judges: (row) => stateOf(row) === FeeRatioState.BAND_EMPTY,
  examples: {
    given,
    subjects,
    meet: [["exactly 10/21 received", received({ amount_fen: "1000" })]],
    break: [["one fen less", received({ amount_fen: "999" })]],
  },
};

function stateOf(row: Row): FeeRatioState {
  const fen = (name: string): bigint => BigInt(String(row[name]));
  const [written, received_, extracted, spent] = [
    fen("written"),
    fen("received"),
    fen("extracted"),
    fen("spent"),
  ];
  const floor = row["floor"] as string | null;
  return judgeFeeRatio(
    { written, received: received_, extracted, spent },
    floor,
    row["cap"] as string | null,
  );
}

/** How many years a fund is followed into by its earlier entries. */
const years = Array.from({ length: 10 }, (_, n) => `SELECT ${n} AS n`).join(" UNION ALL ");

const overdrawn: FindingRule = {
  id: "FEE-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.LEDGER,
  legalBasis: `${floorBasis}；${capBasis}`,
  zh: "累计支出超过累计提取，可用资金为负",
  en: "More was spent than was ever extracted: the fund is overdrawn",
  subject: openLedger,
  paths: ["$.spent"],
  broken: "s.balance < 0",
  reads: [
    {
      table: "fee_entry",
      subjects: `SELECT DISTINCT ${ledgerId("c.year + y.n")} AS id
        FROM fee_entry c JOIN (${years}) y WHERE c.id IN ({ids})`,
    },
  ],
  examples: {
    given: { fee_entry: { ...given.fee_entry, Y: { ...given.fee_entry.Y, amount_fen: "210" } } },
    subjects,
    meet: [
      ["spent to the last fen", {}],
      [
        "more, with what the year before left",
        {
          fee_entry: {
            Y: { amount_fen: "211" },
            Z: { ...own, kind: "EXTRACT", year: 2024, amount_fen: "1" },
          },
        },
      ],
    ],
    break: [
      ["one fen more", entry("Y", "211")],
      [
        "an extraction that was reversed",
        {
          fee_entry: {
            Z: { ...own, kind: "REVERSAL", year: 2025, amount_fen: "210", reverses_id: "X" },
          },
        },
      ],
    ],
  },
};

/** What ledgers are judged by, per insurer, city and year. */
export const feeLedgerFindings: readonly FindingRule[] = [
  underFloor,
  overCap,
  bandEmpty,
  overdrawn,
];
