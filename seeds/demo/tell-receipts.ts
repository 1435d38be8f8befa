import { entityId } from "../../src/database/entity-id";
import { lastDayOf, serialOf, yearOf, type SerialDay } from "./days";
import type { DemoInsurer } from "./institutions";
import type { Random } from "./random";
import type { ReceiptStory } from "./story";
import type { CoverPeriod } from "./tell-cover";
import { share } from "./tell-numbers";

/** What the receipts of one policy depend on. */
export interface ReceiptsOf {
  readonly insurer: DemoInsurer;
  /** Source key of the policy. */
  readonly policyKey: string;
  readonly period: CoverPeriod;
  readonly writtenPremium: number;
  /** The first day on which a service is wanted. */
  readonly visitOn: SerialDay | undefined;
  /** Paid in the January after it was signed. */
  readonly isPaidNextYear: boolean;
  readonly isUnpaid: boolean;
  /** Whether a second instalment follows where it can. */
  readonly split: "always" | "usually" | "never";
}

const SPLIT_SHARE = 0.85;
const REFUND_PERCENT_MAX = 40;

/**
 * Premium received and refunded until today. At least 55 % comes in the calendar year of signing,
 * so that no ledger of a year has an empty band; the rest, in some cases, when services begin in
 * the next year, because what is spent there is measured by what is received there.
 */
export function tellReceipts(of: ReceiptsOf, today: SerialDay, random: Random): ReceiptStory[] {
  const { period, writtenPremium, visitOn } = of;
  const { signedOn, cancelledOn } = period;
  const yearEnd = lastDayOf(yearOf(signedOn));
  const soon = Math.min(signedOn + random.int(0, 6), yearEnd, today);
  const firstDay = of.isPaidNextYear ? yearEnd + random.int(8, 25) : soon;
  const firstPercent = random.int(55, 60);
  const isUsual = random.chance(SPLIT_SHARE);
  const wantsSplit = of.split === "usually" ? isUsual : of.split === "always";
  const isLater = visitOn !== undefined && yearOf(visitOn) > yearOf(signedOn);
  const split = isLater && wantsSplit && !of.isPaidNextYear && cancelledOn === null;
  const parts: [SerialDay, number, "RECEIPT" | "REFUND"][] = [];
  if (of.isUnpaid) parts.push([firstDay, share(writtenPremium, 30, 100), "RECEIPT"]);
  else if (split) {
    const first = share(writtenPremium, firstPercent, 100);
    const newYear = serialOf(`${yearOf(visitOn)}-01-01`);
    const secondDay = Math.max(visitOn - random.int(1, 10), newYear);
    parts.push([firstDay, first, "RECEIPT"], [secondDay, writtenPremium - first, "RECEIPT"]);
  } else parts.push([firstDay, writtenPremium, "RECEIPT"]);
  if (cancelledOn !== null) parts.push([cancelledOn, refund(of, cancelledOn), "REFUND"]);
  return parts
    .filter(([receivedOn]) => receivedOn <= today)
    .map(([receivedOn, amount, kind], n) => {
      const sourceKey = `${of.policyKey.replace("P", "R")}-${n + 1}`;
      const id = entityId("rcp", of.insurer.id, sourceKey);
      return { id, sourceKey, receivedOn, amount, kind };
    });
}

function refund({ period, writtenPremium }: ReceiptsOf, cancelledOn: SerialDay): number {
  const left = period.endDate - cancelledOn + 1;
  const days = period.endDate - period.startDate + 1;
  const most = share(writtenPremium, REFUND_PERCENT_MAX, 100);
  return Math.min(share(writtenPremium, left, days), most);
}
