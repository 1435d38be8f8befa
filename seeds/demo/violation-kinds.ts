import { likenessKinds } from "./likeness-kinds";
import { kind, settled, type Cell, type ViolationKind } from "./violation-kind";

/** Cells of small cities, so that the violation stays one in the ledger of the province. */
const underFloor: Cell = { insurer: 1, city: "3417" };
const overCap: Cell = { insurer: 3, city: "3410" };
const emptyBand: Cell = { insurer: 2, city: "3407" };

/** Most others happen in the capital, where each insurer has enough to outweigh them. */
const capital = "3401";

const underwriting: readonly ViolationKind[] = [
  kind(
    ["uninsured-unit", "ENT-05", "应保未保", "A must-insure unit without a policy in force"],
    1_500,
    { cover: "uninsured" },
    { min: 2 },
  ),
  kind(
    [
      "renewal-gap",
      "POL-24",
      "续保脱保 20 至 45 天",
      "20 to 45 days without cover before the renewal",
    ],
    300,
    { cover: "chain", ageDays: [30, 250] },
  ),
  kind(
    [
      "cheap-policy",
      "POL-09",
      "费率约为同行业同风险等级中位数的五分之一",
      "A rate of about a fifth of its peers' median",
    ],
    300,
    { cover: "chain", city: capital },
  ),
  kind(
    [
      "low-limit",
      "POL-21",
      "每人责任限额 30 万元，低于 40 万元",
      "300,000 yuan per person, below the minimum of 400,000",
    ],
    300,
    { cover: "chain", ageDays: [20, 150] },
  ),
  kind(
    [
      "high-commission",
      "POL-22",
      "手续费 8%，高于 5%",
      "A commission of 8 %, above the cap of 5 %",
    ],
    300,
    { cover: "chain", ageDays: [20, 150] },
  ),
  kind(
    [
      "too-few-insured",
      "POL-25",
      "承保人数为从业人数的 60%",
      "60 % of the persons employed are insured",
    ],
    400,
    { cover: "new" },
  ),
  kind(
    [
      "unpaid-premium",
      "POL-12",
      "起保 90 天后实收 30%",
      "30 % of the premium received 90 days after the start",
    ],
    200,
    { cover: "chain", ageDays: [120, 300], insurer: 0, city: capital },
  ),
  kind(
    [
      "cancelled-without-reason",
      "POL-23",
      "非关闭、终止经营而退保",
      "Cancelled though the enterprise neither closed nor ceased",
    ],
    200,
    { cover: "chain", ageDays: [30, 200], insurer: 0, city: capital },
  ),
];

const fees: readonly ViolationKind[] = [
  kind(
    [
      "fee-under-floor",
      "FEE-04",
      "去年提取比例 7%，低于 10%",
      "Last year 7 % was extracted in this city, below 10 %",
    ],
    100,
    { cover: "chain", ...underFloor },
    { min: 2, cell: underFloor },
  ),
  kind(
    [
      "fee-over-cap",
      "FEE-05",
      "去年投入比例约 24%，高于 21%",
      "Last year about 24 % was spent in this city, above 21 %",
    ],
    100,
    { cover: "chain", ...overCap },
    { min: 2, cell: overCap },
  ),
  kind(
    [
      "fee-band-empty",
      "FEE-06",
      "去年 12 月签单、今年收费，提取下限高于投入上限",
      "Signed last December, paid this January: no amount met both floor and cap last year",
    ],
    100,
    { cover: "new", ...emptyBand },
    { min: 2, cell: emptyBand },
  ),
  kind(
    [
      "spend-without-service",
      "FEE-13",
      "支出超过 30 天无对应服务",
      "Spent more than 30 days ago without any service",
    ],
    200,
    { ...settled, insurer: 1, city: capital },
  ),
  kind(
    [
      "shared-invoice",
      "FEE-11",
      "同一发票在两家保险机构列支",
      "One invoice booked at two insurers",
    ],
    100,
    { ...settled, insurer: 0, city: capital },
    { parties: 2, partner: { insurer: 1 } },
  ),
];

const prevention: readonly ViolationKind[] = [
  kind(
    [
      "no-service-plan",
      "POL-14",
      "起保 30 天后仍无服务方案",
      "No service plan 30 days after the start",
    ],
    200,
    { cover: "new", ageDays: [60, 300] },
  ),
  kind(
    [
      "undelivered-service",
      "SVP-08",
      "方案承诺两次服务，到期只做一次",
      "Two services promised, one delivered by the end",
    ],
    200,
    { cover: "chain", ageDays: [30, 300], risk: "HIGH" },
  ),
  kind(
    [
      "unreported-major-hazard",
      "HAZ-05",
      "重大隐患逾期未整改且未上报",
      "A major hazard overdue, not rectified and not reported",
    ],
    300,
    { ...settled, ageDays: [110, 130], inspected: true },
    { min: 2 },
  ),
  kind(
    [
      "late-hazard-notice",
      "HAZ-03",
      "重大隐患发现 72 小时后才告知",
      "Notice of a major hazard 72 hours after it was found",
    ],
    200,
    { ...settled, inspected: true },
  ),
  kind(
    ["short-service", "SVR-05", "隐患排查仅 25 分钟", "A hazard inspection of 25 minutes"],
    300,
    { ...settled, inspected: true },
  ),
  kind(
    [
      "expert-at-two-sites",
      "SVR-08",
      "同一专家同一时间在两处服务",
      "One expert at two sites at the same time",
    ],
    100,
    { ...settled, ageDays: [195, 205], insurer: 0, city: capital, sector: "FIREWORKS" },
    { parties: 2, partner: { ageDays: [250, 270] } },
  ),
  kind(
    [
      "reused-evidence",
      "SVR-11",
      "佐证材料与另一单位的相同",
      "Evidence that was already used for another enterprise",
    ],
    150,
    settled,
    { parties: 2 },
  ),
  kind(
    [
      "late-complaint-reply",
      "SVR-24",
      "投诉逾期答复",
      "A complaint answered after 25 working days",
    ],
    200,
    settled,
  ),
];

const claims: readonly ViolationKind[] = [
  kind(
    [
      "unclaimed-accident",
      "CLM-09",
      "事故台账有记录，参保单位未报案",
      "An accident of an insured unit that nobody claimed",
    ],
    200,
    { cover: "chain", ageDays: [150, 300] },
  ),
  kind(
    [
      "deaths-differ",
      "CLM-15",
      "赔案死亡人数少于事故台账",
      "A claim with fewer deaths than the accident ledger has",
    ],
    100,
    settled,
  ),
  kind(
    [
      "accident-outside-cover",
      "CLM-02",
      "事故发生在保险期间之外",
      "A claim for an accident before the cover began",
    ],
    100,
    { cover: "new", ageDays: [120, 300] },
  ),
  kind(
    [
      "late-claim-payment",
      "CLM-18",
      "达成协议 25 天后才赔付",
      "Paid 25 days after the payment was agreed",
    ],
    200,
    { cover: "chain", ageDays: [200, 300] },
  ),
  kind(
    [
      "claims-of-one-agent",
      "CLM-14",
      "同一代理人同日报案三起以上",
      "Three claims or more lodged by one agent on one day",
    ],
    100,
    { cover: "chain", ageDays: [120, 300], insurer: 0, city: capital },
    { min: 3 },
  ),
];

/** Every kind of violation the demo holds; everything else in it is lawful. */
export const violationKinds: readonly ViolationKind[] = [
  ...underwriting,
  ...fees,
  ...prevention,
  ...likenessKinds,
  ...claims,
];

/** The kind of violation that concerns all of an insurer's policies in a city, if one does. */
export function cellViolation(insurer: number, city: string): ViolationKind | undefined {
  return violationKinds.find(({ cell }) => cell?.insurer === insurer && cell.city === city);
}
