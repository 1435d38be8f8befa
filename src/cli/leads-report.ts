import { wilsonInterval, type WilsonInterval } from "../submission/findings/wilson-interval";
import type { MeasuredRule } from "./measure-leads";

const heading = [
  "rule    class         found right wrong missed  precision (95 %)        recall (95 %)",
  "规则    类别          发现  正确  误报  漏报    准确率                  召回率",
];

/** The measured rules as a table, one line each; the same measurements give the same text. */
export function leadsReport(measured: readonly MeasuredRule[]): string {
  const lines = measured.map(({ ruleId, ruleClass, right, wrong, missed }) =>
    [
      ruleId.padEnd(7),
      ruleClass.padEnd(13),
      ...[right + wrong, right, wrong, missed].map((count) => String(count).padStart(5)),
      ` ${percent(wilsonInterval(right, right + wrong)).padEnd(22)}`,
      percent(wilsonInterval(right, right + missed)),
    ].join(" "),
  );
  return [...heading, ...lines].join("\n");
}

function percent(interval: WilsonInterval | null): string {
  if (!interval) return "–";
  const text = (share: number): string => (100 * share).toFixed(1);
  return `${text(interval.share)} % (${text(interval.low)}–${text(interval.high)})`;
}
