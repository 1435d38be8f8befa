import type { Assignment } from "./assignments";
import { dayText, lastDayOf, serialOf, yearOf, yearsLater, type SerialDay } from "./days";
import type { Random } from "./random";
import type { Circumstances } from "./violation-kind";
import { cellViolation } from "./violation-kinds";
import type { DemoWorld } from "./world";

/** How an enterprise is covered over the two years. */
export type CoverKind =
  "chain" | "new" | "december" | "replaced" | "uninsured" | "encouraged" | "ceased";

/** One period of cover, before anything is known about price or services. */
export interface CoverPeriod {
  readonly signedOn: SerialDay;
  readonly startDate: SerialDay;
  readonly endDate: SerialDay;
  readonly cancelledOn: SerialDay | null;
  /** Continues the period before it with the same insurer. */
  readonly isRenewal: boolean;
}

export interface Cover {
  readonly kind: CoverKind;
  readonly obligated: boolean;
  /** The earliest first; the last one that has started is the current one. */
  readonly periods: readonly CoverPeriod[];
}

/** How its two years go, by how common that is. */
const coverWeights: readonly (readonly [CoverKind, number])[] = [
  ["chain", 70],
  ["new", 16],
  ["encouraged", 12],
  ["ceased", 2],
];
const ENCOURAGED_SHARE_OF_INSURED = 0.02;

/** Decides the periods of cover of one enterprise. */
export function tellCover(
  world: DemoWorld,
  { insurer, city }: Assignment,
  violation: string | undefined,
  wanted: Circumstances,
  random: Random,
): Cover {
  const cell = cellViolation(insurer, city);
  const drawn = random.weighted(coverWeights);
  let kind: CoverKind = wanted.cover ?? drawn;
  // Everybody in a special cell has what makes it special.
  if (cell?.name === "fee-band-empty") kind = "december";
  else if (cell) kind = "chain";
  if (violation === "cancelled-without-reason") kind = "replaced";
  const obligated =
    kind !== "encouraged" &&
    kind !== "ceased" &&
    (violation !== undefined || !random.chance(ENCOURAGED_SHARE_OF_INSURED));
  const current = currentStart(world, cell?.name, wanted, random);
  const gapDays = violation === "renewal-gap" ? random.int(20, 45) : 0;
  return { kind, obligated, periods: periodsOf(world, kind, current, gapDays, random) };
}

/** When the current period started. */
function currentStart(
  { today }: DemoWorld,
  cell: string | undefined,
  { ageDays: [youngest, oldest] = [0, 364] }: Circumstances,
  random: Random,
): SerialDay {
  if (cell !== "fee-over-cap") return today - random.int(youngest, oldest);
  // Services follow in the same calendar year, so that every unit spends in last year's ledger.
  const starts = Array.from({ length: 365 }, (_, age) => today - age);
  return random.pick(starts.filter((day) => /-0[2-8]-/.test(dayText(day))));
}

function periodsOf(
  world: DemoWorld,
  kind: CoverKind,
  current: SerialDay,
  gapDays: number,
  random: Random,
): CoverPeriod[] {
  const sign = (start: SerialDay) => start - random.int(1, 15);
  switch (kind) {
    case "uninsured":
    case "encouraged":
      return [];
    case "new":
      return [period(sign(current), current)];
    case "december":
      return decemberPeriods(world, random);
    case "ceased":
      return [ceasedPeriod(world, random)];
    case "replaced": {
      const before = current - random.int(120, 200);
      const first = { ...period(sign(before), before), cancelledOn: current };
      return [first, period(sameYear(sign(current), current), current)];
    }
    case "chain": {
      const first = yearsLater(current - gapDays, -1);
      // Stated, not computed from its start: years with a 29 February would leave a gap.
      const before = { ...period(sign(first), first), endDate: current - gapDays - 1 };
      const now = { ...period(sign(current), current), isRenewal: true };
      return withNext(world, [before, now], random);
    }
  }
}

function period(signedOn: SerialDay, startDate: SerialDay): CoverPeriod {
  const endDate = yearsLater(startDate, 1) - 1;
  return { signedOn, startDate, endDate, cancelledOn: null, isRenewal: false };
}

const RENEWED_IN_ADVANCE_DAYS = 15;

/** Some policies that end soon are renewed already. */
function withNext(world: DemoWorld, periods: CoverPeriod[], random: Random): CoverPeriod[] {
  const last = periods.at(-1);
  const isRenewed = random.chance(0.6);
  const early = random.int(1, RENEWED_IN_ADVANCE_DAYS);
  if (!last || !isRenewed) return periods;
  const start = last.endDate + 1;
  const signedOn = start - early;
  if (start <= world.today || signedOn > world.today) return periods;
  return [...periods, { ...period(signedOn, start), isRenewal: true }];
}

/** Signed last December and paid in January; renewed when that is more than a year ago. */
function decemberPeriods(world: DemoWorld, random: Random): CoverPeriod[] {
  const signedOn = serialOf(`${world.lastYear}-12-${random.int(10, 20)}`);
  const first = period(signedOn, signedOn + random.int(3, 8));
  if (first.endDate >= world.today) return [first];
  const start = first.endDate + 1;
  return [first, { ...period(start - 5, start), isRenewal: true }];
}

/** Ended before its time because the enterprise gave up, in the year in which it was signed. */
function ceasedPeriod({ today }: DemoWorld, random: Random): CoverPeriod {
  const days = Array.from({ length: 141 }, (_, n) => today - 340 + n);
  const start = random.pick(days.filter((day) => !dayText(day).includes("-12-")));
  const signedOn = sameYear(start - random.int(1, 15), start);
  const cancelledOn = Math.min(start + random.int(100, 150), lastDayOf(yearOf(start)));
  return { ...period(signedOn, start), cancelledOn };
}

/** A refund in another year than the premium would stand against nothing in the ledger of it. */
function sameYear(signedOn: SerialDay, refundedOn: SerialDay): SerialDay {
  return Math.max(signedOn, serialOf(`${yearOf(refundedOn)}-01-01`));
}
