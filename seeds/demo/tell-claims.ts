import { entityId } from "../../src/database/entity-id";
import { dayOfMoment, dayText, momentOf, type Moment, type SerialDay } from "./days";
import type { DemoInsurer } from "./institutions";
import type { Random } from "./random";
import type { CasualtyStory, ClaimStory, PaymentStory } from "./story";
import type { DemoWorld } from "./world";

/** What one claim depends on. */
export interface ClaimOf {
  readonly insurer: DemoInsurer;
  /** Index of the enterprise: the injured are numbered after it. */
  readonly index: number;
  readonly policyKey: string;
  readonly limitPerPerson: number;
  readonly accidentAt: Moment;
  readonly injured: Injured;
  readonly paymentDays: number;
  readonly isRefused: boolean;
  /** Lodged by this agent, on the day itself. */
  readonly lodgedBy: string | null;
}

export interface Injured {
  readonly deaths: number;
  readonly seriousInjuries: number;
  readonly minorInjuries: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More are never hurt in the demo; their numbers are an enterprise's own. */
const INJURED_MAX = 8;

/** A claim from the report of the accident as far as it has come today. */
export function tellClaim(world: DemoWorld, of: ClaimOf, random: Random): ClaimStory {
  const sourceKey = of.policyKey.replace("P", "C");
  const id = entityId("clm", of.insurer.id, sourceKey);
  const times = claimTimes(of, random);
  const happened = (at: Moment | null) => (at !== null && at < world.now ? at : null);
  const amounts = amountsOf(of, random);
  const assessedAt = happened(times.assessedAt);
  const agreedAt = happened(times.agreedAt);
  const paidAt = happened(times.paidAt);
  const closedAt = happened(times.closedAt);
  const refusedAt = happened(times.refusedAt);
  const registeredAt = happened(times.registeredAt);
  const isOver = closedAt !== null || refusedAt !== null;
  return {
    id,
    sourceKey,
    claimNo: `LP${of.insurer.letter}${sourceKey.replace(/\D/g, "")}`,
    accidentAt: of.accidentAt,
    accidentType: accidentTypeOf(world, of.accidentAt, random),
    ...of.injured,
    cause: registeredAt ? random.pick(CAUSES) : null,
    reportedAt: times.reportedAt,
    lodgedBy: of.lodgedBy,
    registeredAt,
    assessedAt: refusedAt ? null : assessedAt,
    agreedAt,
    refusedAt,
    refusalNotifiedAt: happened(times.refusalNotifiedAt),
    closedAt,
    reserve: registeredAt === null ? null : isOver ? 0 : amounts.injury + amounts.medical,
    assessedInjury: assessedAt && !refusedAt ? amounts.injury : null,
    assessedMedical: assessedAt && !refusedAt ? amounts.medical : null,
    status: statusOf({ refusedAt, closedAt, paidAt, agreedAt, assessedAt, registeredAt }),
    casualties: casualtiesOf(world, of, sourceKey, random),
    payments: paidAt ? paymentsOf(world, of, sourceKey, paidAt, amounts) : [],
  };
}

/** Within the clocks of the insurance law: assessed in 30 days, paid 10 days after agreement. */
function claimTimes(of: ClaimOf, random: Random) {
  const reportedAt = of.accidentAt + (of.lodgedBy === null ? random.int(1, 20) : 2) * HOUR;
  const registeredAt = reportedAt + random.int(4, 30) * HOUR;
  const assessedAt = registeredAt + random.int(5, 24) * DAY;
  const agreedAt = of.isRefused ? null : assessedAt + random.int(1, 8) * DAY;
  const paidAt = agreedAt === null ? null : agreedAt + of.paymentDays * DAY;
  const closedAt = paidAt === null ? null : paidAt + random.int(1, 4) * DAY;
  const refusedAt = of.isRefused ? assessedAt : null;
  const refusalNotifiedAt = of.isRefused ? assessedAt + random.int(4, 60) * HOUR : null;
  return {
    reportedAt,
    registeredAt,
    assessedAt,
    agreedAt,
    paidAt,
    closedAt,
    refusedAt,
    refusalNotifiedAt,
  };
}

type Reached = Readonly<
  Record<
    "refusedAt" | "closedAt" | "paidAt" | "agreedAt" | "assessedAt" | "registeredAt",
    Moment | null
  >
>;

function statusOf(reached: Reached): ClaimStory["status"] {
  if (reached.refusedAt) return "REFUSED";
  if (reached.closedAt) return "CLOSED";
  if (reached.paidAt) return "PAID";
  if (reached.agreedAt) return "AGREED";
  if (reached.assessedAt) return "ASSESSED";
  return reached.registeredAt ? "REGISTERED" : "REPORTED";
}

interface Amounts {
  readonly injury: number;
  readonly medical: number;
}

/** A death is paid with the limit per person, an injury with part of it. */
function amountsOf({ injured, limitPerPerson }: ClaimOf, random: Random): Amounts {
  const serious = Math.floor((limitPerPerson * random.int(10, 40)) / 100);
  const minor = 100 * random.int(2_000, 15_000);
  const treated = injured.seriousInjuries + injured.minorInjuries;
  return {
    injury:
      injured.deaths * limitPerPerson +
      injured.seriousInjuries * serious +
      injured.minorInjuries * minor,
    medical: treated * 137 * random.int(1_500, 9_000),
  };
}

function casualtiesOf(
  { names, identifiers }: DemoWorld,
  of: ClaimOf,
  claimKey: string,
  random: Random,
): CasualtyStory[] {
  const { deaths, seriousInjuries, minorInjuries } = of.injured;
  const injuries = [
    ...Array<"DEATH">(deaths).fill("DEATH"),
    ...Array<"SERIOUS">(seriousInjuries).fill("SERIOUS"),
    ...Array<"MINOR">(minorInjuries).fill("MINOR"),
  ];
  return injuries.map((injury, n) => {
    const sourceKey = `${claimKey}-${n + 1}`;
    return {
      id: entityId("cas", of.insurer.id, sourceKey),
      sourceKey,
      name: names.person(random.int(0, 199_999)),
      idNumber: identifiers.citizenId(of.index * INJURED_MAX + n),
      injury,
    };
  });
}

function paymentsOf(
  { names }: DemoWorld,
  of: ClaimOf,
  claimKey: string,
  paidAt: Moment,
  amounts: Amounts,
): PaymentStory[] {
  const heads = [
    ["EMPLOYEE_INJURY", amounts.injury, names.person(payeeOf(of.index))],
    ["MEDICAL", amounts.medical, "演示医院（演示）"],
  ] as const;
  return heads
    .filter(([, amount]) => amount > 0)
    .map(([head, amount, payee], n) => {
      const sourceKey = `${claimKey}-P${n + 1}`;
      const id = entityId("pay", of.insurer.id, sourceKey);
      return { id, sourceKey, paidAt: paidAt + n * HOUR, head, amount, payee };
    });
}

/** An heir or the injured; never the enterprise's own legal representative (CLM-13). */
function payeeOf(index: number): number {
  return (index * 11 + 7) % 200_000;
}

/** A code of the standard in force on the day of the accident. */
function accidentTypeOf({ reference }: DemoWorld, accidentAt: Moment, random: Random): string {
  const day = dayText(dayOfMoment(accidentAt));
  const inForce = reference.accidentTypes.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  return random.pick(inForce).code;
}

/** A time at work on that day. */
export function accidentMoment(day: SerialDay, random: Random): Moment {
  return momentOf(day, random.int(7 * 60, 18 * 60));
}

const CAUSES = [
  "作业人员未按操作规程作业",
  "设备检修前未切断电源",
  "现场监护不到位",
  "安全防护设施缺失",
  "培训不到位，对危险认识不足",
];
