import { serialOf } from "./days";
import type { CoverPeriod } from "./tell-cover";
import { basePremium, FACTOR_PARTS, share, wan } from "./tell-numbers";
import type { Random } from "./random";
import { cellViolation } from "./violation-kinds";

/** What the parties agree on in one policy. */
export interface PolicyTerms {
  readonly limitPerPerson: number;
  readonly limitPerAccident: number;
  readonly limitAggregate: number;
  readonly insuredCount: number;
  readonly basePremium: number;
  readonly rateFactor: number;
  readonly writtenPremium: number;
  readonly commission: number;
  readonly serviceFeePct: number;
  readonly frequency: number;
  readonly items: readonly string[];
}

/** Of whom the terms depend on. */
export interface TermsOf {
  readonly sector: string;
  readonly risk: "HIGH" | "MEDIUM" | "LOW";
  readonly headcount: number;
  readonly standardised: boolean;
  readonly insurer: number;
  readonly city: string;
  readonly violation: string | undefined;
}

/** 30万 per person was enough until the day before. */
const LIMIT_RAISED_ON = serialOf("2025-03-29");
const PER_MILLE_OF_COMMISSION_MAX = 50;

/** The terms of each period, from the earliest; the seeded violation is in the current one. */
export function tellTerms(
  of: TermsOf,
  periods: readonly CoverPeriod[],
  today: number,
  random: Random,
): PolicyTerms[] {
  const persons = of.headcount + random.int(0, 3);
  const drawnLimit = random.weighted([
    [40, 55],
    [60, 45],
  ] as const);
  const usualLimit = isOverCap(of) ? 40 : drawnLimit;
  const frequency = of.risk === "HIGH" || (of.risk === "MEDIUM" && random.chance(0.2)) ? 2 : 1;
  const items = ["03", ...random.pick([["01"], ["05"], ["01", "05"], ["02", "01"]])];
  const serviceFeePct = feePct(of, random);
  const commissionPerMille = random.int(20, PER_MILLE_OF_COMMISSION_MAX);
  const wasLow = random.chance(0.15);
  let rateFactor = random.int(85, 115) * (FACTOR_PARTS / 100);
  return periods.map(({ signedOn, startDate, endDate, isRenewal }) => {
    const isCurrent = startDate <= today && today <= endDate;
    const broken = isCurrent ? of.violation : undefined;
    // Standardised units get a lower rate at each renewal (应急厅函〔2024〕322号 三).
    if (isRenewal && of.standardised) rateFactor = share(rateFactor, 95, 100);
    const isLow = broken === "low-limit" || (wasLow && signedOn < LIMIT_RAISED_ON);
    const limitPerPerson = wan(isLow ? 30 : usualLimit);
    const insuredCount =
      broken === "too-few-insured" ? Math.floor(of.headcount * 0.6) : Math.max(persons, 1);
    const factor = broken === "cheap-policy" ? 2_200 : rateFactor;
    const base = basePremium(of.sector, of.risk, limitPerPerson * insuredCount);
    const writtenPremium = share(base, factor, FACTOR_PARTS);
    const limitPerAccident = limitPerPerson * Math.min(Math.max(insuredCount, 5), 50);
    return {
      limitPerPerson,
      limitPerAccident,
      limitAggregate: 2 * limitPerAccident,
      insuredCount,
      basePremium: base,
      rateFactor: factor,
      writtenPremium,
      commission: share(
        writtenPremium,
        broken === "high-commission" ? 80 : commissionPerMille,
        1_000,
      ),
      serviceFeePct,
      frequency,
      items,
    };
  });
}

/** In hundredths of a percent. Who is to spend too much must have extracted as much. */
function feePct(of: TermsOf, random: Random): number {
  const usual = random.pick([1_100, 1_200, 1_250, 1_300, 1_500]);
  return isOverCap(of) ? 2_600 : usual;
}

function isOverCap({ insurer, city }: TermsOf): boolean {
  return cellViolation(insurer, city)?.name === "fee-over-cap";
}
