import { createHash } from "node:crypto";
import { entityId } from "../../src/database/entity-id";
import { momentOf, type Moment, type SerialDay } from "./days";
import type { DemoAgency, DemoExpert, DemoInsurer } from "./institutions";
import type { Random } from "./random";
import type { EvidenceStory, HazardStory, Position, ServiceStory } from "./story";
import type { DemoWorld } from "./world";

/** What one service depends on. */
export interface ServiceOf {
  readonly insurer: DemoInsurer;
  readonly sourceKey: string;
  readonly day: SerialDay;
  readonly item: string;
  readonly agency: DemoAgency | null;
  readonly expert: DemoExpert;
  readonly site: Position;
  readonly headcount: number;
  readonly cost: number | null;
  readonly violation: string | undefined;
  /** For the second of two who share an expert or a photo: the service of the first. */
  readonly copied: ServiceStory | undefined;
  hazards(serviceId: string, foundAt: Moment): readonly HazardStory[];
}

/** A service that took place, and what followed it until today. */
export function tellService(world: DemoWorld, of: ServiceOf, random: Random): ServiceStory {
  const { insurer, sourceKey, item, violation, copied } = of;
  const id = entityId("srv", insurer.id, sourceKey);
  const isDoubled = violation === "expert-at-two-sites" && copied !== undefined;
  // Remote services cannot inspect, and a drill needs the place.
  const mode = item === "01" && !isDoubled && random.chance(0.25) ? "REMOTE" : "ONSITE";
  const startMinute = 9 * 60 + 30 * random.int(0, 3);
  const minutes = violation === "short-service" ? 25 : 10 * random.int(13, 27);
  const startedAt = isDoubled ? copied.startedAt + 45 * 60_000 : momentOf(of.day, startMinute);
  const endedAt = startedAt + minutes * 60_000;
  return {
    id,
    sourceKey,
    agency: isDoubled ? copied.agency : of.agency,
    expert: isDoubled ? copied.expert : of.expert,
    item,
    mode,
    startedAt,
    endedAt,
    position: mode === "ONSITE" ? nearby(of.site, random) : null,
    attendees: Math.min(random.int(3, 25), of.headcount),
    cost: of.cost,
    report: violation === "copied-report" ? (copied?.report ?? readings(id)) : null,
    evidence: {
      ...tellEvidence(id, of),
      capturedAt: startedAt + random.int(5, Math.min(minutes - 5, 60)) * 60_000,
    },
    hazards: of.hazards(id, startedAt + Math.floor(minutes / 2) * 60_000),
    ...tellAftermath(world, of.day, random),
  };
}

/** The digest that stands for a file nobody has. */
export function digestOf(what: string, key: string): string {
  return createHash("sha256").update(`anzehub demo ${what} ${key}`).digest("hex");
}

function tellEvidence(
  id: string,
  { item, violation, copied }: ServiceOf,
): Omit<EvidenceStory, "capturedAt"> {
  const kind = item === "01" ? "SIGN_IN_SHEET" : item === "02" ? "REPORT" : "PHOTO";
  const first = copied?.evidence;
  const digest = (violation === "reused-evidence" && first?.digest) || digestOf("evidence", id);
  const hash = digest.slice(1, 17);
  if (violation === "retouched-photo")
    return { digest, kind, perceptualHash: retouched(first?.perceptualHash) ?? hash };
  // One photo in sixteen was hashed.
  const isHashed = kind === "PHOTO" && digest.startsWith("0");
  return { digest, kind, perceptualHash: isHashed ? hash : null };
}

/** Three bits differ. */
function retouched(hash: string | null | undefined): string | null {
  return hash ? hash.slice(0, -1) + (parseInt(hash.slice(-1), 16) ^ 7).toString(16) : null;
}

/** An account that no other resembles: what was read at thirty-two places. */
function readings(id: string): string {
  const values = digestOf("report", id).match(/../g) ?? [];
  const said = values.map((value, n) => `${n + 1}号检测点读数${parseInt(value, 16)}`);
  return `逐点检测可燃气体浓度并记录：${said.join("，")}，均已当场告知`;
}

type Aftermath = Pick<
  ServiceStory,
  | "visitedAt"
  | "visitMethod"
  | "satisfaction"
  | "insurerConfirmedAt"
  | "enterpriseConfirmedAt"
  | "archivedAt"
  | "status"
>;

/** Return visit, two confirmations within five working days, archive within ten more. */
function tellAftermath(world: DemoWorld, day: SerialDay, random: Random): Aftermath {
  const { workingDays, now } = world;
  const happened = (moment: Moment) => (moment < now ? moment : null);
  const enterpriseDay = workingDays.add(day, random.int(2, 4));
  const insurerDay = Math.max(workingDays.add(day, random.int(2, 5)), enterpriseDay);
  const archiveDay = workingDays.add(insurerDay, random.int(1, 9));
  const visitedAt = happened(momentOf(workingDays.add(day, 1), 10 * 60 + random.int(0, 300)));
  const enterpriseConfirmedAt = happened(momentOf(enterpriseDay, 9 * 60 + random.int(0, 400)));
  const insurerConfirmedAt = happened(momentOf(insurerDay, 17 * 60 + random.int(0, 59)));
  const archivedAt = happened(momentOf(archiveDay, 9 * 60 + random.int(0, 480)));
  const isConfirmed = enterpriseConfirmedAt !== null && insurerConfirmedAt !== null;
  const status = archivedAt ? "ARCHIVED" : isConfirmed ? "CONFIRMED" : "DONE";
  return {
    visitedAt,
    visitMethod: random.pick(["PHONE", "ONSITE", "ONLINE"]),
    satisfaction: random.weighted([
      [5, 55],
      [4, 35],
      [3, 8],
      [2, 2],
    ] as const),
    insurerConfirmedAt,
    enterpriseConfirmedAt,
    archivedAt,
    status: status === "DONE" && visitedAt !== null ? "RETURN_VISITED" : status,
  };
}

const MICRODEGREES = 1_000_000;

/** Within some fifty metres of the gate. */
function nearby({ lat, lon }: Position, random: Random): Position {
  const shifted = (degrees: string) =>
    (Math.round(Number(degrees) * MICRODEGREES) + random.int(-400, 400)) / MICRODEGREES;
  return { lat: shifted(lat).toFixed(6), lon: shifted(lon).toFixed(6) };
}

/** Roughly where the cities of Anhui are: good to a kilometre or two, as no site is real. */
const cityCentres: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  "3401": [31.82, 117.23],
  "3402": [31.35, 118.43],
  "3403": [32.92, 117.39],
  "3404": [32.63, 117.0],
  "3405": [31.67, 118.51],
  "3406": [33.96, 116.8],
  "3407": [30.95, 117.81],
  "3408": [30.54, 117.06],
  "3410": [29.71, 118.34],
  "3411": [32.3, 118.33],
  "3412": [32.89, 115.81],
  "3413": [33.65, 116.96],
  "3415": [31.74, 116.52],
  "3416": [33.84, 115.78],
  "3417": [30.66, 117.49],
  "3418": [30.94, 118.76],
};

/** Where an enterprise stands: somewhere around its city. */
export function siteOf(city: string, random: Random): Position {
  const centre = cityCentres[city];
  if (!centre) throw new RangeError(`no city ${city}`);
  const [lat, lon] = centre.map((degrees) =>
    (degrees + random.int(-150_000, 150_000) / MICRODEGREES).toFixed(6),
  );
  return { lat: lat ?? "", lon: lon ?? "" };
}
