import { entityId } from "../../src/database/entity-id";
import { momentOf, type SerialDay } from "./days";
import type { Random } from "./random";
import type { AccidentStory, ClaimStory, ComplaintStory, PolicyStory } from "./story";
import { accidentMoment, tellClaim, type Injured } from "./tell-claims";
import type { DemoWorld } from "./world";

/** What the misfortunes of one enterprise depend on. */
export interface MisfortunesOf {
  readonly index: number;
  readonly enterpriseId: string;
  readonly countyCode: string;
  readonly violation: string | undefined;
  readonly policies: readonly PolicyStory[];
}

/** What befell one enterprise: claims by policy, accidents of the ledger, complaints. */
export interface Misfortunes {
  readonly claims: ReadonlyMap<PolicyStory, ClaimStory>;
  readonly accidents: readonly AccidentStory[];
  readonly complaints: readonly ComplaintStory[];
}

const ACCIDENT_SHARE = 0.035;
const COMPLAINT_SHARE = 0.006;
/** Accidents happen later than this after the start: earlier ones would be a lead (POL-16). */
const QUIET_DAYS = 15;
const PAYMENT_DAYS_LATE = 25;
/** The day on which one agent lodged claims for several enterprises, and the number of his name. */
const AGENTS_DAYS_AGO = 60;
const LODGING_AGENT = 199_999;

const seededAccidents: ReadonlySet<string | undefined> = new Set([
  "unclaimed-accident",
  "deaths-differ",
  "accident-outside-cover",
  "late-claim-payment",
  "claims-of-one-agent",
]);

/** Claims, accidents and complaints of one enterprise, consistent with each other. */
export function tellMisfortunes(world: DemoWorld, of: MisfortunesOf, random: Random): Misfortunes {
  const isSeeded = seededAccidents.has(of.violation);
  const happens = isSeeded || (of.violation === undefined && random.chance(ACCIDENT_SHARE));
  const current = currentPolicy(of.policies, world.today);
  const policy = isSeeded
    ? current
    : of.policies[random.int(0, Math.max(of.policies.length - 1, 0))];
  const complaints = tellComplaints(world, of, current, random.fork("complaints"));
  const none = { claims: new Map<PolicyStory, ClaimStory>(), accidents: [], complaints };
  if (!happens || !policy) return none;
  const event = accidentOf(world, of.violation, policy, random);
  if (!event) return none;
  const { day, injured } = event;
  const accidentAt = accidentMoment(day, random);
  const claimed =
    of.violation === "deaths-differ" ? { ...injured, deaths: injured.deaths - 1 } : injured;
  const claim = tellClaim(
    world,
    {
      insurer: policy.insurer,
      index: of.index,
      policyKey: policy.sourceKey,
      limitPerPerson: policy.limitPerPerson,
      accidentAt,
      injured: claimed,
      paymentDays: of.violation === "late-claim-payment" ? PAYMENT_DAYS_LATE : random.int(2, 8),
      isRefused: !isSeeded && random.chance(0.05),
      lodgedBy: of.violation === "claims-of-one-agent" ? world.names.person(LODGING_AGENT) : null,
    },
    random.fork("claim"),
  );
  const hasClaim = of.violation !== "unclaimed-accident";
  return {
    claims: hasClaim ? new Map([[policy, claim]]) : none.claims,
    accidents: isRecorded(injured) ? [accidentReport(of, accidentAt, injured)] : [],
    complaints,
  };
}

/** The policy in force today, if one is. */
export function currentPolicy(
  policies: readonly PolicyStory[],
  today: SerialDay,
): PolicyStory | undefined {
  return policies.find(
    ({ startDate, endDate, cancelledOn }) =>
      startDate <= today && today <= endDate && (cancelledOn === null || today < cancelledOn),
  );
}

function accidentOf(
  { today }: DemoWorld,
  violation: string | undefined,
  policy: PolicyStory,
  random: Random,
): { day: SerialDay; injured: Injured } | undefined {
  const firstDay = policy.startDate + QUIET_DAYS;
  const lastDay = Math.min(
    policy.endDate,
    (policy.cancelledOn ?? Infinity) - 1,
    today - QUIET_DAYS,
  );
  if (violation === "accident-outside-cover")
    return { day: policy.startDate - 6, injured: hurt(0, 0, 1) };
  if (lastDay < firstDay) return undefined;
  if (violation === "claims-of-one-agent")
    return { day: today - AGENTS_DAYS_AGO, injured: hurt(0, 0, 1) };
  if (violation === "late-claim-payment")
    return { day: firstDay + random.int(0, 30), injured: hurt(0, 1, 1) };
  if (violation === "unclaimed-accident")
    return { day: firstDay + random.int(0, 60), injured: hurt(0, 1, 1) };
  const day = random.int(firstDay, lastDay);
  const severity = random.weighted([
    ["minor", 60],
    ["serious", 28],
    ["fatal", 12],
  ] as const);
  // A death is followed by a service within 30 days (CLM-16), so it happens before one.
  const followUp = policy.services.map(({ startedAt }) => Math.floor(startedAt / 86_400_000))[0];
  const before = followUp === undefined ? -Infinity : followUp - random.int(5, 25);
  const canBeFatal = before >= firstDay && before <= lastDay;
  if (violation === "deaths-differ") {
    const soon = followUp === undefined ? firstDay : Math.max(followUp - 5, firstDay);
    return { day: soon, injured: hurt(2, 0, 0) };
  }
  if (severity === "fatal" && canBeFatal)
    return { day: before, injured: hurt(1, 0, random.int(0, 1)) };
  return { day, injured: severity === "minor" ? hurt(0, 0, random.int(1, 2)) : hurt(0, 1, 0) };
}

function hurt(deaths: number, seriousInjuries: number, minorInjuries: number): Injured {
  return { deaths, seriousInjuries, minorInjuries };
}

/** The authority keeps accidents with deaths or serious injuries. */
function isRecorded({ deaths, seriousInjuries }: Injured): boolean {
  return deaths + seriousInjuries > 0;
}

function accidentReport(
  of: MisfortunesOf,
  occurredAt: number,
  { deaths, seriousInjuries, minorInjuries }: Injured,
): AccidentStory {
  const sourceKey = `A${String(of.index).padStart(6, "0")}`;
  const authority = entityId("org", `DEMO-EM-${of.countyCode}`);
  const id = entityId("acc", authority, sourceKey);
  return { id, sourceKey, occurredAt, deaths, injuries: seriousInjuries + minorInjuries };
}

/** Answered within ten working days, or, seeded, after twenty-five. */
function tellComplaints(
  { workingDays, today, now }: DemoWorld,
  of: MisfortunesOf,
  policy: PolicyStory | undefined,
  random: Random,
): ComplaintStory[] {
  const isLate = of.violation === "late-complaint-reply";
  const happens = isLate || (of.violation === undefined && random.chance(COMPLAINT_SHARE));
  if (!happens || !policy || today - policy.startDate < 90) return [];
  const filedOn = random.int(policy.startDate + 30, today - 50);
  const repliedOn = workingDays.add(filedOn, isLate ? 25 : random.int(2, 9));
  const repliedAt = momentOf(repliedOn, 15 * 60);
  const sourceKey = `T${policy.sourceKey.slice(1)}`;
  return [
    {
      id: entityId("cmp", policy.insurer.id, sourceKey),
      sourceKey,
      insurer: policy.insurer,
      filedAt: momentOf(filedOn, 10 * 60 + random.int(0, 300)),
      repliedAt: repliedAt < now ? repliedAt : null,
    },
  ];
}
