import { entityId } from "../../src/database/entity-id";
import { dayOfMoment, lastDayOf, yearOf, type SerialDay } from "./days";
import type { DemoInsurer } from "./institutions";
import type { Random } from "./random";
import type { FeeStory, ServiceStory } from "./story";
import { share } from "./tell-numbers";

/** What the ledger entries of one policy depend on. */
export interface FeesOf {
  readonly insurer: DemoInsurer;
  /** Source key of the policy. */
  readonly policyKey: string;
  readonly signedOn: SerialDay;
  readonly writtenPremium: number;
  /** In hundredths of a percent. */
  readonly extractPct: number;
  readonly services: readonly ServiceStory[];
  /** Booked without any service: the violation. */
  readonly unserved: { readonly bookedOn: SerialDay; readonly amount: number } | null;
  /** Of another insurer's entry, used again for the first service: the violation. */
  readonly invoiceNo: string | undefined;
}

/** How long after a service its invoice is booked at the latest. */
const BOOKED_DAYS_MAX = 12;

/** The day on which a service is booked: in the year of the service, which its premium pays for. */
export function bookingDay(day: SerialDay, random: Random): SerialDay {
  return Math.min(day + random.int(3, BOOKED_DAYS_MAX), lastDayOf(yearOf(day)));
}

/** What is extracted from a premium, rounded up so that a floor of whole percents is reached. */
export function extracted(writtenPremium: number, extractPct: number): number {
  return share(writtenPremium * extractPct + 9_999, 1, 10_000);
}

/** The entries of one policy until today; the booking days come with the services. */
export function tellFees(
  of: FeesOf,
  bookings: ReadonlyMap<string, SerialDay>,
  today: SerialDay,
  random: Random,
): FeeStory[] {
  const { insurer, signedOn } = of;
  const year = yearOf(signedOn);
  const bookedOn = Math.min(signedOn + random.int(0, 8), lastDayOf(year), today);
  const amount = extracted(of.writtenPremium, of.extractPct);
  const blank = { service: null, category: null, payee: null, invoiceNo: null, informedOn: null };
  const extract = { ...blank, kind: "EXTRACT", year, bookedOn, amount } as const;
  const spends = of.services.flatMap((service, n) =>
    spendOn(of, service, bookings, n === 0 ? of.invoiceNo : undefined),
  );
  const unserved = of.unserved ? [unservedSpend(of, of.unserved)] : [];
  return [extract, ...spends, ...unserved].map((entry, n) => {
    const sourceKey = `${of.policyKey.replace("P", "F")}-${n + 1}`;
    return { ...entry, sourceKey, id: entityId("fee", insurer.id, sourceKey) };
  });
}

type Entry = Omit<FeeStory, "id" | "sourceKey">;

const categoryOfItem: Readonly<Record<string, string>> = {
  "01": "TRAINING",
  "02": "RISK_ASSESSMENT",
  "03": "HAZARD_INSPECTION",
  "04": "STANDARDISATION",
  "05": "DRILL",
};

function spendOn(
  of: FeesOf,
  service: ServiceStory,
  bookings: ReadonlyMap<string, SerialDay>,
  invoiceNo: string | undefined,
): Entry[] {
  const { cost, item, agency, expert, sourceKey } = service;
  if (cost === null || cost === 0) return [];
  const bookedOn = bookings.get(sourceKey) ?? dayOfMoment(service.startedAt);
  return [
    {
      kind: "SPEND",
      year: yearOf(bookedOn),
      bookedOn,
      informedOn: bookedOn,
      amount: cost,
      service,
      category: categoryOfItem[item] ?? "OTHER",
      payee: agency?.name ?? expert.name,
      invoiceNo: invoiceNo ?? invoiceOf(of.insurer, sourceKey),
    },
  ];
}

function unservedSpend(of: FeesOf, { bookedOn, amount }: { bookedOn: SerialDay; amount: number }) {
  const invoiceNo = invoiceOf(of.insurer, `${of.policyKey}-0`);
  return {
    kind: "SPEND",
    year: yearOf(bookedOn),
    bookedOn,
    informedOn: bookedOn,
    amount,
    service: null,
    category: "PLATFORM",
    payee: "演示信息平台服务有限公司（演示）",
    invoiceNo,
  } as const;
}

/** Digits of the source key after the insurer's letter: never two alike. */
function invoiceOf({ letter }: DemoInsurer, sourceKey: string): string {
  return `DEMO-${letter}${sourceKey.replace(/\D/g, "")}`;
}
