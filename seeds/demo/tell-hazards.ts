import { entityId } from "../../src/database/entity-id";
import { dayOfMoment, dayText, momentOf, type Moment, type SerialDay } from "./days";
import type { DemoInsurer } from "./institutions";
import type { Random } from "./random";
import type { HazardEventStory, HazardState, HazardStory } from "./story";
import { digestOf } from "./tell-services";
import type { DemoWorld } from "./world";

/** What the hazards of one inspection depend on. */
export interface HazardsOf {
  readonly insurer: DemoInsurer;
  /** Source key of the service. */
  readonly serviceKey: string;
  readonly sector: string;
  readonly risk: "HIGH" | "MEDIUM" | "LOW";
  readonly expert: string;
  readonly principal: string;
  readonly responsible: string;
  readonly violation: string | undefined;
  readonly foundAt: Moment;
}

const MAJOR_SHARE = 0.12;
const LEFT_OPEN_SHARE = 0.15;

/** The hazards found at one inspection, each with its loop as far as it has come today. */
export function tellHazards(world: DemoWorld, of: HazardsOf, random: Random): HazardStory[] {
  const isSeeded =
    of.violation === "unreported-major-hazard" || of.violation === "late-hazard-notice";
  // An expert who never finds anything at a high-risk unit would be a lead (SVR-15).
  const least = of.risk === "HIGH" || isSeeded ? 1 : 0;
  const count = least + (random.chance(of.risk === "HIGH" ? 0.35 : 0.14) ? 1 : 0);
  return Array.from({ length: count }, (_, n) => {
    const violation = isSeeded && n === 0 ? of.violation : undefined;
    const isMajor = violation !== undefined || random.chance(MAJOR_SHARE);
    return tellHazard(world, of, { n, isMajor, violation }, random.fork(`hazard ${n}`));
  });
}

function tellHazard(
  world: DemoWorld,
  of: HazardsOf,
  { n, isMajor, violation }: Finding,
  random: Random,
): HazardStory {
  const sourceKey = `${of.serviceKey.replace("S", "H")}-${n + 1}`;
  const id = entityId("haz", of.insurer.id, sourceKey);
  const criterion = isMajor ? random.pick(criteriaOf(world, of)) : null;
  const general = random.pick(GENERAL_HAZARDS);
  const deadline = dayOfMoment(of.foundAt) + (isMajor ? random.int(10, 15) : random.int(12, 30));
  const isLeftOpen = isMajor && random.chance(LEFT_OPEN_SHARE) && violation === undefined;
  const usualHours = random.int(1, 20);
  const noticeHours = violation === "late-hazard-notice" ? LATE_HOURS : usualHours;
  const steps = openingSteps(of, noticeHours);
  if (isLeftOpen) steps.push(...overdueSteps(world, deadline));
  else if (violation !== "unreported-major-hazard")
    steps.push(...closingSteps(of, deadline, random));
  const events = eventsOf(world, id, steps);
  return {
    id,
    sourceKey,
    level: isMajor ? "MAJOR" : "GENERAL",
    criterionCode: criterion?.code ?? null,
    description: criterion ? `经判定：${criterion.nameZh}` : general,
    place: random.pick(PLACES),
    foundAt: of.foundAt,
    deadline,
    responsiblePerson: of.responsible,
    status: events.at(-1)?.kind ?? "FOUND",
    events,
  };
}

/** One of the hazards of an inspection; the seeded violation is in the first. */
interface Finding {
  readonly n: number;
  readonly isMajor: boolean;
  readonly violation: string | undefined;
}

const LATE_HOURS = 72;

/** What has happened until today. */
function eventsOf(world: DemoWorld, hazardId: string, steps: readonly Step[]): HazardEventStory[] {
  const happened = steps.filter(({ at }) => at < world.now);
  return happened.map(({ kind, at, person, recipient, isProven }, n) => {
    const evidenceDigest = isProven ? digestOf("hazard", `${hazardId} ${n}`) : null;
    return { kind, at, person, recipient, evidenceDigest };
  });
}

interface Step {
  readonly kind: HazardState;
  readonly at: Moment;
  readonly person: string;
  readonly recipient: string | null;
  readonly isProven: boolean;
}

const HOUR = 3_600_000;

function step(kind: HazardState, at: Moment, person: string, isProven = false): Step {
  return { kind, at, person, recipient: null, isProven };
}

function openingSteps(of: HazardsOf, noticeHours: number): Step[] {
  const noticedAt = of.foundAt + noticeHours * HOUR;
  const notice = { ...step("NOTIFIED", noticedAt, of.expert, true), recipient: of.principal };
  return [
    step("FOUND", of.foundAt, of.expert, true),
    notice,
    step("RECTIFYING", noticedAt + 24 * HOUR, of.responsible),
  ];
}

/** All before the deadline, the re-check by somebody else than who rectified. */
function closingSteps(of: HazardsOf, deadline: SerialDay, random: Random): Step[] {
  const minute = 9 * 60 + random.int(0, 120);
  return [
    step("RECTIFIED", momentOf(deadline - 4, minute), of.responsible, true),
    step("RECHECKED", momentOf(deadline - 2, minute), of.expert, true),
    step("CLOSED", momentOf(deadline - 1, minute), of.expert),
  ];
}

/** Not rectified: the insurer reports it on the next working day. */
function overdueSteps({ workingDays }: DemoWorld, deadline: SerialDay): Step[] {
  return [
    step("OVERDUE", momentOf(deadline + 1, 0), "系统"),
    step("REPORTED", momentOf(workingDays.add(deadline, 1), 10 * 60), "理赔与防灾部"),
  ];
}

/** The criteria of the sector that were in force when the hazard was found. */
function criteriaOf({ reference }: DemoWorld, { sector, foundAt }: HazardsOf) {
  const day = dayText(dayOfMoment(foundAt));
  return reference.majorHazardCriteria.filter(
    ({ sector: of, effectiveFrom, effectiveTo }) =>
      of === sector && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
}

const PLACES = ["一号车间", "二号车间", "原料仓库", "成品仓库", "配电室", "装卸区", "办公区通道"];

const GENERAL_HAZARDS = [
  "安全出口指示灯不亮，疏散标志缺失",
  "灭火器压力不足，未按期检查",
  "临时用电线路未架空，未设漏电保护",
  "设备防护罩松动，未及时紧固",
  "作业人员未按规定佩戴防护用品",
  "危险区域警示标识褪色、不清晰",
  "消防通道堆放杂物，宽度不足",
  "岗位操作规程未上墙，版本未更新",
];
