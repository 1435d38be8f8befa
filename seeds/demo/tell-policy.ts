import { entityId } from "../../src/database/entity-id";
import { lastDayOf, yearOf, type SerialDay } from "./days";
import type { DemoAgency, DemoExpert, DemoInsurer } from "./institutions";
import type { Random } from "./random";
import type {
  CoInsuranceStory,
  EndorsementStory,
  FeeStory,
  HazardStory,
  PlanStory,
  PolicyStory,
  Position,
  ReceiptStory,
  ServiceStory,
} from "./story";
import type { FeeBudget } from "./tell-budget";
import type { CoverPeriod } from "./tell-cover";
import { bookingDay, extracted, tellFees } from "./tell-fees";
import { tellHazards } from "./tell-hazards";
import { share } from "./tell-numbers";
import { tellService } from "./tell-services";
import type { PolicyTerms } from "./tell-terms";
import type { DemoWorld } from "./world";

/** The enterprise as its policies see it. */
export interface InsuredUnit {
  readonly index: number;
  readonly insurer: DemoInsurer;
  readonly agency: DemoAgency | null;
  readonly expert: DemoExpert;
  readonly site: Position;
  readonly sector: string;
  readonly risk: "HIGH" | "MEDIUM" | "LOW";
  readonly headcount: number;
  readonly principal: string;
  readonly responsible: string;
  readonly violation: string | undefined;
  /** Name of the violation of all of the insurer's policies in the city. */
  readonly cell: string | undefined;
  /** What the second of a pair repeats: the first service of the other's current policy. */
  readonly copied: ServiceStory | undefined;
  readonly copiedInvoice: string | undefined;
  /** Its first service inspects for hazards. */
  readonly isInspected: boolean;
}

/** One period with everything that was fixed before its services are told. */
export interface PolicyDraft {
  readonly number: number;
  readonly sourceKey: string;
  readonly period: CoverPeriod;
  readonly terms: PolicyTerms;
  readonly visits: readonly SerialDay[];
  readonly receipts: readonly ReceiptStory[];
  readonly isCurrent: boolean;
}

/** One policy with plan, services and ledger; claims are told later. */
export function tellPolicy(
  world: DemoWorld,
  unit: InsuredUnit,
  draft: PolicyDraft,
  { budget, before }: { readonly budget: FeeBudget; readonly before: PolicyStory | undefined },
  random: Random,
): PolicyStory {
  const { insurer } = unit;
  const { period, terms, sourceKey } = draft;
  const violation = draft.isCurrent ? unit.violation : undefined;
  const unserved = violation === "spend-without-service" ? takeUnserved(draft, budget) : null;
  const { services, bookings, planned } = tellServices(world, unit, draft, budget, random);
  const fees: FeeStory[] = tellFees(
    {
      insurer,
      policyKey: sourceKey,
      signedOn: period.signedOn,
      writtenPremium: terms.writtenPremium,
      extractPct: extractPct(world, unit, draft),
      services,
      unserved,
      invoiceNo: draft.isCurrent ? unit.copiedInvoice : undefined,
    },
    bookings,
    world.today,
    random.fork("fees"),
  );
  return {
    id: entityId("pol", insurer.id, sourceKey),
    sourceKey,
    policyNo: `AZ${insurer.letter}${yearOf(period.signedOn)}${sourceKey.replace(/\D/g, "")}`,
    insurer,
    signedOn: period.signedOn,
    startDate: period.startDate,
    endDate: period.endDate,
    cancelledOn: period.cancelledOn,
    cancelledReason:
      period.cancelledOn === null
        ? null
        : unit.violation === "cancelled-without-reason"
          ? "OTHER"
          : "CEASED",
    renewalOf: period.isRenewal ? (before ?? null) : null,
    coInsurance: coInsurance(world, unit, random.fork("co-insurance")),
    endorsements: endorsements(world, unit, draft, random.fork("endorsements")),
    receipts: draft.receipts,
    plan: violation === "no-service-plan" ? null : plan(unit, draft, planned, random.fork("plan")),
    services,
    fees,
    claims: [],
    ...terms,
  };
}

/** What is extracted, whatever was agreed; in hundredths of a percent. */
function extractPct(
  { lastYear }: DemoWorld,
  { cell }: InsuredUnit,
  { period, terms }: PolicyDraft,
): number {
  const isUnderFloor = cell === "fee-under-floor" && yearOf(period.signedOn) === lastYear;
  return isUnderFloor ? UNDER_FLOOR_PCT : terms.serviceFeePct;
}

/** 7 %, in hundredths of a percent. */
const UNDER_FLOOR_PCT = 700;
/** Days after the first service on which money is spent on nothing. */
const UNSERVED_AFTER_DAYS = 15;

function takeUnserved({ visits, terms }: PolicyDraft, budget: FeeBudget) {
  const [first] = visits;
  if (first === undefined) return null;
  const bookedOn = Math.min(first + UNSERVED_AFTER_DAYS, lastDayOf(yearOf(first)));
  const wanted = share(extracted(terms.writtenPremium, terms.serviceFeePct), 15, 100);
  return { bookedOn, amount: budget.take(yearOf(bookedOn), wanted) };
}

interface Served {
  readonly services: readonly ServiceStory[];
  readonly bookings: ReadonlyMap<string, SerialDay>;
  /** What all services of the plan cost, past and to come. */
  readonly planned: number;
}

/** 150 yuan, about twice the median: nobody's price is out of all proportion (FEE-15). */
const PRICE_PER_PERSON_MAX = 15_000;

/** The services until yesterday, each with what the fee leaves for it. */
function tellServices(
  world: DemoWorld,
  unit: InsuredUnit,
  draft: PolicyDraft,
  budget: FeeBudget,
  random: Random,
): Served {
  const { terms, visits, sourceKey: policyKey } = draft;
  const isUndelivered = !draft.isCurrent && unit.violation === "undelivered-service";
  const fee = extracted(terms.writtenPremium, extractPct(world, unit, draft));
  const wanted = share(fee, random.int(60, 85), 100 * terms.frequency);
  const perVisit = Math.min(wanted, terms.insuredCount * PRICE_PER_PERSON_MAX);
  const services: ServiceStory[] = [];
  const bookings = new Map<string, SerialDay>();
  let planned = 0;
  visits.forEach((day, n) => {
    if (isUndelivered && n > 0) return;
    if (day >= world.today) {
      planned += perVisit;
      return;
    }
    const visit = random.fork(`visit ${n}`);
    const sourceKey = `${policyKey.replace("P", "S")}-${n + 1}`;
    const bookedOn = bookingDay(day, visit);
    const year = yearOf(day);
    const isOverCap = unit.cell === "fee-over-cap" && year === world.lastYear;
    const cost = budget.take(year, isOverCap ? budget.left(year) : perVisit);
    planned += cost;
    bookings.set(sourceKey, bookedOn);
    const isBooked = bookedOn <= world.today;
    const told = { n, day, sourceKey, cost: isBooked ? cost : null };
    services.push(serviceOf(world, unit, draft, told, visit));
  });
  return { services, bookings, planned };
}

function serviceOf(
  world: DemoWorld,
  unit: InsuredUnit,
  { terms, isCurrent }: PolicyDraft,
  visit: {
    readonly n: number;
    readonly day: SerialDay;
    readonly sourceKey: string;
    readonly cost: number | null;
  },
  random: Random,
): ServiceStory {
  const { n, day, sourceKey, cost } = visit;
  const violation = isCurrent && n === 0 ? unit.violation : undefined;
  const copied = isCurrent && n === 0 ? unit.copied : undefined;
  const inspects = n === 0 && (unit.risk === "HIGH" || unit.isInspected || random.chance(0.7));
  const item = inspects ? "03" : (terms.items[1] ?? "01");
  const isDoubled = violation === "expert-at-two-sites" && copied !== undefined;
  const hazards = (_id: string, foundAt: number): HazardStory[] =>
    item === "03"
      ? tellHazards(
          world,
          {
            insurer: unit.insurer,
            serviceKey: sourceKey,
            sector: unit.sector,
            risk: unit.risk,
            expert: (isDoubled ? copied.expert : unit.expert).name,
            principal: unit.principal,
            responsible: unit.responsible,
            violation,
            foundAt,
          },
          random.fork("hazards"),
        )
      : [];
  const { insurer, agency, expert, site, headcount } = unit;
  return tellService(
    world,
    {
      insurer,
      sourceKey,
      day,
      item,
      agency,
      expert,
      site,
      headcount,
      cost,
      violation,
      copied,
      hazards,
    },
    random,
  );
}

function plan(unit: InsuredUnit, draft: PolicyDraft, budget: number, random: Random): PlanStory {
  const sourceKey = draft.sourceKey.replace("P", "L");
  return {
    id: entityId("pln", unit.insurer.id, sourceKey),
    sourceKey,
    agency: unit.agency,
    persons: [unit.expert.name],
    needs: random.pick(NEEDS),
    budget,
  };
}

const NEEDS = [
  "希望重点排查储存区和装卸作业",
  "希望对新员工开展岗前安全培训",
  "希望协助完善应急预案并组织演练",
  "希望对特种设备和特种作业进行检查",
];

const CO_INSURED_HEADCOUNT_MIN = 400;
const BASIS_POINTS = 10_000;

/** Large units are shared by two; the shares sum to the whole and one leads. */
function coInsurance(world: DemoWorld, unit: InsuredUnit, random: Random): CoInsuranceStory[] {
  if (unit.headcount < CO_INSURED_HEADCOUNT_MIN || !random.chance(0.5)) return [];
  const shareBp = 500 * random.int(10, 15);
  const follower = world.insurer((unit.insurer.index + 1) % world.insurers.length);
  return [
    { insurer: unit.insurer, role: "LEAD", shareBp },
    { insurer: follower, role: "FOLLOW", shareBp: BASIS_POINTS - shareBp },
  ];
}

const ENDORSED_SHARE = 0.02;

/** Changes that leave the premium as it is. */
function endorsements(
  { today }: DemoWorld,
  unit: InsuredUnit,
  { period, sourceKey: policyKey }: PolicyDraft,
  random: Random,
): EndorsementStory[] {
  const effectiveFrom = period.startDate + random.int(20, 200);
  const last = Math.min(period.endDate, (period.cancelledOn ?? Infinity) - 1, today);
  if (!random.chance(ENDORSED_SHARE) || effectiveFrom > last) return [];
  const sourceKey = `${policyKey.replace("P", "N")}-1`;
  const id = entityId("end", unit.insurer.id, sourceKey);
  return [{ id, sourceKey, effectiveFrom, reason: random.pick(["联系地址变更", "联系人变更"]) }];
}
