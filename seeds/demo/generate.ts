import { entityId } from "../../src/database/entity-id";
import { dayOfMoment, yearOf, type SerialDay } from "./days";
import type { Random } from "./random";
import type { EnterpriseStory, PolicyStory, RosterStory, ServiceStory } from "./story";
import { tellMisfortunes } from "./tell-accidents";
import { FeeBudget } from "./tell-budget";
import { tellCover, type Cover } from "./tell-cover";
import { headcountOf } from "./tell-numbers";
import { tellPolicy, type InsuredUnit, type PolicyDraft } from "./tell-policy";
import { tellReceipts } from "./tell-receipts";
import { siteOf } from "./tell-services";
import { tellTerms } from "./tell-terms";
import { tellVisits, wantedVisit } from "./tell-visits";
import type { Circumstances } from "./violation-kind";
import { cellViolation } from "./violation-kinds";
import { violationsIn } from "./violations-in";
import type { DemoWorld } from "./world";

/** The story of every enterprise, one after the other; only one is in memory at a time. */
export function* enterpriseStories(world: DemoWorld): Generator<EnterpriseStory> {
  for (let index = 0; index < world.options.enterprises; index += 1)
    yield tellEnterprise(world, index);
}

/** The story of one enterprise: a pure function of the world and its index. */
export function tellEnterprise(world: DemoWorld, index: number): EnterpriseStory {
  const random = world.random.fork("enterprise").fork(index);
  const assignment = world.assignments.of(index);
  const { county, sector } = assignment;
  const planned = world.violations.get(index);
  const violation = planned?.kind.name;
  const wanted = circumstancesOf(world, index);
  const cover = tellCover(world, assignment, violation, wanted, random.fork("cover"));
  const drawn = random.weighted([
    ["HIGH", 15],
    ["MEDIUM", 45],
    ["LOW", 40],
  ] as const);
  const drawnHeadcount = headcountOf(random, sector);
  // Who spends all there is on one service is small, so that the service is not too dear as well.
  const isOverCap = cellOf(world, index) === "fee-over-cap";
  const headcount = isOverCap ? Math.min(drawnHeadcount, SMALL_HEADCOUNT) : drawnHeadcount;
  const standardisationGrade = random.weighted([
    [null, 55],
    [3, 35],
    [2, 9],
    [1, 1],
  ] as const);
  const uscc = world.identifiers.uscc(county.code, index);
  const id = entityId("ent", uscc);
  const risk = wanted.risk ?? drawn;
  const isStandardised = standardisationGrade !== null;
  const unit = unitOf(world, index, { risk, headcount, isStandardised }, wanted, random);
  const policies = tellPolicies(world, unit, { cover, wanted, isStandardised }, random);
  const countyCode = county.code;
  const told = { index, enterpriseId: id, countyCode, violation, policies };
  const { claims, accidents, complaints } = tellMisfortunes(world, told, random.fork("misfortune"));
  const story = {
    index,
    id,
    uscc,
    name: world.names.enterprise(index, county.name, sector),
    regionCode: county.code,
    countyName: county.name,
    sector,
    headcount,
    operatingStatus: cover.kind === "ceased" ? "CLOSED" : "OPERATING",
    obligated: cover.obligated,
    riskGrade: risk,
    gradedOn: world.today - random.int(20, 330),
    standardisationGrade,
    roster: rosterOf(world, cover, random),
    policies: policies.map((policy) => {
      const claim = claims.get(policy);
      return claim ? { ...policy, claims: [claim] } : policy;
    }),
    accidents,
    complaints,
  } as const;
  return { ...story, violations: violationsIn(world, story, cellOf(world, index), planned) };
}

const SMALL_HEADCOUNT = 12;

/** What its violation asks of the enterprise, as the first or the second party of it. */
function circumstancesOf({ violations }: DemoWorld, index: number): Circumstances {
  const planned = violations.get(index);
  if (!planned) return {};
  return {
    ...planned.kind.circumstances,
    ...(planned.leader === null ? {} : planned.kind.partner),
  };
}

function cellOf({ assignments }: DemoWorld, index: number): string | undefined {
  const { insurer, city } = assignments.of(index);
  return cellViolation(insurer, city)?.name;
}

function unitOf(
  world: DemoWorld,
  index: number,
  traits: Pick<InsuredUnit, "risk" | "headcount"> & { readonly isStandardised: boolean },
  wanted: Circumstances,
  random: Random,
): InsuredUnit {
  const { insurer, city, sector, ownTeam } = world.assignments.of(index);
  const planned = world.violations.get(index);
  const leader = planned?.leader ?? null;
  const copied = leader === null ? undefined : firstServiceOf(world, leader);
  const isInvoice = planned?.kind.name === "shared-invoice";
  return {
    index,
    insurer: world.insurer(insurer),
    agency: ownTeam ? null : world.agencyOf(city),
    expert: world.team(index).expert,
    site: siteOf(city, random.fork("site")),
    sector,
    risk: traits.risk,
    headcount: traits.headcount,
    principal: world.names.person(index),
    responsible: world.names.person((index * 7 + 3) % PERSONS),
    violation: planned?.kind.name,
    cell: cellOf(world, index),
    copied: copied?.service,
    copiedInvoice: isInvoice ? copied?.invoiceNo : undefined,
    isInspected: wanted.inspected ?? false,
  };
}

/** Names of persons in use; two enterprises may have people of the same name. */
const PERSONS = 200_000;

interface Copied {
  readonly service: ServiceStory;
  readonly invoiceNo: string | undefined;
}

/** What the second party of a pair repeats. */
function firstServiceOf(world: DemoWorld, leader: number): Copied | undefined {
  const policy = tellEnterprise(world, leader).policies.find(
    ({ startDate, endDate }) => startDate <= world.today && world.today <= endDate,
  );
  const service = policy?.services[0];
  if (!policy || !service) return undefined;
  const spend = policy.fees.find((entry) => entry.service === service);
  return { service, invoiceNo: spend?.invoiceNo ?? undefined };
}

const CAP_PERCENT = 20;
/** Above the cap of 21 %: the violation. */
const OVER_CAP_PERCENT = 25;

function tellPolicies(
  world: DemoWorld,
  unit: InsuredUnit,
  of: {
    readonly cover: Cover;
    readonly wanted: Circumstances;
    readonly isStandardised: boolean;
  },
  random: Random,
): PolicyStory[] {
  const { periods } = of.cover;
  const city = unit.agency?.city ?? world.assignments.of(unit.index).city;
  const terms = tellTerms(
    { ...unit, insurer: unit.insurer.index, standardised: of.isStandardised, city },
    periods,
    world.today,
    random.fork("terms"),
  );
  const { slot } = world.team(unit.index);
  const visitWish = wantedVisit(unit.insurer.index, city, of.wanted);
  const budget = new FeeBudget();
  const drafts = periods.flatMap((period, n): PolicyDraft[] => {
    const agreed = terms[n];
    if (!agreed) return [];
    const own = random.fork(`policy ${n}`);
    const isCurrent = period.startDate <= world.today && world.today <= period.endDate;
    const promised = tellVisits(
      world,
      { period, frequency: agreed.frequency, slot, firstDays: visitWish },
      own.fork("visits"),
    );
    const visits = isCurrent ? withDoubled(unit, promised) : promised;
    const sourceKey = `P${String(unit.index).padStart(6, "0")}-${n + 1}`;
    const receipts = tellReceipts(
      {
        insurer: unit.insurer,
        policyKey: sourceKey,
        period,
        writtenPremium: agreed.writtenPremium,
        visitOn: visits[0],
        isPaidNextYear:
          unit.cell === "fee-band-empty" && yearOf(period.signedOn) === world.lastYear,
        isUnpaid: isCurrent && unit.violation === "unpaid-premium",
        split: splitOf(unit.violation),
      },
      world.today,
      own.fork("receipts"),
    );
    for (const { receivedOn, amount, kind } of receipts) {
      const year = yearOf(receivedOn);
      const isOverCap = unit.cell === "fee-over-cap" && year === world.lastYear;
      const percent = isOverCap ? OVER_CAP_PERCENT : CAP_PERCENT;
      budget.receive(year, kind === "REFUND" ? -amount : amount, percent);
    }
    return [{ number: n + 1, sourceKey, period, terms: agreed, visits, receipts, isCurrent }];
  });
  const policies: PolicyStory[] = [];
  for (const draft of drafts) {
    const own = random.fork(`told ${draft.number}`);
    policies.push(tellPolicy(world, unit, draft, { budget, before: policies.at(-1) }, own));
  }
  return policies;
}

/**
 * What a violation needs to be paid for must not fail for lack of premium in its year; and who is
 * refunded in a year has paid everything in it.
 */
function splitOf(violation: string | undefined): "always" | "usually" | "never" {
  if (violation === undefined) return "usually";
  return violation === "cancelled-without-reason" ? "never" : "always";
}

/** At two sites at once: the second comes when the first does, whatever its own diary says. */
function withDoubled({ violation, copied }: InsuredUnit, visits: SerialDay[]): SerialDay[] {
  if (violation !== "expert-at-two-sites" || !copied) return visits;
  return [dayOfMoment(copied.startedAt), ...visits.slice(1)];
}

/** Who must insure is listed since before its cover began, at the latest since the first day. */
function rosterOf({ today }: DemoWorld, cover: Cover, random: Random): RosterStory | null {
  const [first] = cover.periods;
  const last = cover.periods.at(-1);
  if (cover.kind === "ceased" && first && last)
    return { listedOn: first.startDate, delistedOn: last.cancelledOn };
  if (!cover.obligated) return null;
  const listedOn: SerialDay = first?.startDate ?? today - random.int(60, 300);
  return { listedOn, delistedOn: null };
}
