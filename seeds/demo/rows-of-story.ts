import { entityId } from "../../src/database/entity-id";
import { AccidentReport } from "../../src/domain/claims/accident-report.entity";
import { Complaint } from "../../src/domain/prevention/complaint.entity";
import { Enterprise } from "../../src/domain/registry/enterprise.entity";
import { foldedName } from "../../src/domain/registry/folded-name";
import { RosterEntry } from "../../src/domain/registry/roster-entry.entity";
import { gradeAccident } from "../../src/domain/claims/grade-accident";
import { databaseMoment, dayText } from "./days";
import { addClaim, addClaimParts } from "./rows-of-claim";
import { addEndorsements, addPolicy } from "./rows-of-policy";
import type { AccidentStory, ComplaintStory, EnterpriseStory, RosterStory } from "./story";
import { yes, type RowOf, type RowSink } from "./table-row";
import { addressOf } from "./wording";
import type { DemoWorld } from "./world";

/** Which part of a demo is written down: what one insurer sends itself can be left out. */
export type StoryPart =
  { readonly kind: "all" } | { readonly kind: "without" | "rest of"; readonly submitter: string };

/**
 * Writes one story down as table rows. `rest of` are the rows of the submitter for which there is
 * no mutation yet; they belong to rows that it sends.
 */
export function addStory(
  world: DemoWorld,
  story: EnterpriseStory,
  sink: RowSink,
  part: StoryPart,
): void {
  for (const policy of story.policies) {
    const isSent = part.kind !== "all" && policy.insurer.orgCode === part.submitter;
    if (isSent && part.kind === "without") continue;
    if (!isSent && part.kind === "rest of") continue;
    if (!isSent) addPolicy(story, policy, sink);
    addEndorsements(story, policy, sink);
    for (const claim of policy.claims) {
      if (!isSent) addClaim(story, policy, claim, sink);
      addClaimParts(story, policy, claim, sink);
    }
  }
  if (part.kind === "rest of") return;
  sink.add(Enterprise, enterpriseRow(world, story));
  if (story.roster) sink.add(RosterEntry, rosterRow(story, story.roster));
  for (const accident of story.accidents) sink.add(AccidentReport, accidentRow(story, accident));
  for (const complaint of story.complaints) sink.add(Complaint, complaintRow(story, complaint));
}

function enterpriseRow(world: DemoWorld, story: EnterpriseStory): RowOf<Enterprise> {
  const { names, identifiers, today } = world;
  const { index } = story;
  return {
    id: story.id,
    uscc: story.uscc,
    name: story.name,
    nameFolded: foldedName(story.name),
    regionCode: story.regionCode,
    address: addressOf(story),
    sector: story.sector,
    industryCode: industryOfSector[story.sector] ?? "C26",
    headcount: story.headcount,
    operatingStatus: story.operatingStatus,
    obligated: yes(story.obligated),
    riskGrade: story.riskGrade,
    gradedOn: dayText(story.gradedOn),
    standardisationGrade: story.standardisationGrade,
    licenceNo: `（皖）演示许证字〔${String(index + 1).padStart(6, "0")}〕`,
    licenceExpiry: dayText(today + 200 + (index % 700)),
    legalRepresentative: names.person(index),
    safetyManagerName: names.person((index * 7 + 3) % 200_000),
    safetyManagerPhone: identifiers.phone(index),
    ...{ lat: null, lon: null, datum: null },
    version: 1,
    voided: 0,
  };
}

/** GB/T 4754-2017, one industry for each sector of the notice. */
const industryOfSector: Readonly<Record<string, string>> = {
  HAZARDOUS_CHEMICALS: "C2611",
  NON_COAL_MINE: "B1011",
  METAL_SMELTING: "C3110",
  FIREWORKS: "C2672",
};

function rosterRow(
  { id, regionCode, sector }: EnterpriseStory,
  { listedOn, delistedOn }: RosterStory,
): RowOf<RosterEntry> {
  return {
    id: entityId("ros", id, dayText(listedOn), sector),
    enterpriseId: id,
    regionCode,
    enterpriseSector: sector,
    sector,
    listedOn: dayText(listedOn),
    delistedOn: delistedOn === null ? null : dayText(delistedOn),
    source: "应急管理部门应保底数台账（演示）",
    listedById: null,
    sourceKey: null,
    version: 1,
    voided: 0,
  };
}

function accidentRow(
  { id, regionCode, sector }: EnterpriseStory,
  accident: AccidentStory,
): RowOf<AccidentReport> {
  const { deaths, injuries } = accident;
  return {
    id: accident.id,
    enterpriseId: id,
    reportedById: entityId("org", `DEMO-EM-${regionCode}`),
    regionCode,
    placeRegionCode: regionCode,
    sector,
    occurredAt: databaseMoment(accident.occurredAt),
    grade: gradeAccident({ deaths, seriousInjuries: injuries, directLossFen: null }),
    deaths,
    injuries,
    sourceKey: accident.sourceKey,
    version: 1,
    voided: 0,
  };
}

function complaintRow(
  { id, regionCode, sector }: EnterpriseStory,
  { repliedAt, ...complaint }: ComplaintStory,
): RowOf<Complaint> {
  const isAnswered = repliedAt !== null;
  return {
    id: complaint.id,
    insurerId: complaint.insurer.id,
    enterpriseId: id,
    regionCode,
    sector,
    sourceKey: complaint.sourceKey,
    version: 1,
    voided: 0,
    filedAt: databaseMoment(complaint.filedAt),
    content: "约定的事故预防服务时间多次变更，希望尽快安排",
    needsVerifying: 0,
    extendedAt: null,
    repliedAt: isAnswered ? databaseMoment(repliedAt) : null,
    result: isAnswered ? "UPHELD" : null,
    reply: isAnswered ? "已与投保单位商定服务时间并安排专家到场" : null,
  };
}
