import { Hazard } from "../../src/domain/prevention/hazard.entity";
import { HazardEvent } from "../../src/domain/prevention/hazard-event.entity";
import { PhotoBand } from "../../src/domain/prevention/likeness/photo-band.entity";
import { photoBands } from "../../src/domain/prevention/likeness/photo-hash";
import { textBands } from "../../src/domain/prevention/likeness/report-text";
import { TextBand } from "../../src/domain/prevention/likeness/text-band.entity";
import { ServiceEvidence } from "../../src/domain/prevention/service-evidence.entity";
import { ServiceRecord } from "../../src/domain/prevention/service-record.entity";
import { ServiceRecordExpert } from "../../src/domain/prevention/service-record-expert.entity";
import { databaseMoment, dayText, type Moment } from "./days";
import { ownedBy, partOf, type OwnedRow } from "./rows-of-policy";
import type { EnterpriseStory, HazardStory, PolicyStory, ServiceStory } from "./story";
import type { RowOf, RowSink } from "./table-row";
import { addressOf, drillTopics, opinionOf, serviceTexts } from "./wording";

/** Writes down a service with its expert, its evidence and the hazards it found. */
export function addService(
  story: EnterpriseStory,
  policy: PolicyStory,
  service: ServiceStory,
  sink: RowSink,
): void {
  const owner = policy.insurer.id;
  const served = { ...ownedBy(story, policy), serviceAgencyId: service.agency?.id ?? null };
  sink.add(ServiceRecord, serviceRow(story, policy, service));
  const expert: RowOf<ServiceRecordExpert> = {
    serviceRecordId: service.id,
    expertId: service.expert.id,
    ...served,
    ...partOf("sre", owner, service.id, 0),
  };
  sink.add(ServiceRecordExpert, expert);
  const evidence: RowOf<ServiceEvidence> = {
    serviceRecordId: service.id,
    digest: service.evidence.digest,
    kind: service.evidence.kind,
    capturedAt: databaseMoment(service.evidence.capturedAt),
    lat: service.position?.lat ?? null,
    lon: service.position?.lon ?? null,
    perceptualHash: service.evidence.perceptualHash,
    mimeType: null,
    sizeBytes: null,
    ...served,
    ...partOf("sev", owner, service.id, 0),
  };
  sink.add(ServiceEvidence, evidence);
  addBands(story, policy, service, sink);
  for (const hazard of service.hazards) addHazard(served, policy, service, hazard, sink);
}

/** By what photos and reports like these are found. */
function addBands(
  story: EnterpriseStory,
  policy: PolicyStory,
  service: ServiceStory,
  sink: RowSink,
): void {
  const owner = policy.insurer.id;
  const common = { insurerId: owner, serviceRecordId: service.id, version: 1 };
  photoBands(service.evidence.perceptualHash).forEach((band, n) => {
    const of = { ...common, serviceAgencyId: service.agency?.id ?? null };
    const row: RowOf<PhotoBand> = { ...of, ...band, ...partOf("phb", owner, service.id, n) };
    sink.add(PhotoBand, row);
  });
  textBands(serviceTexts(service, story).process).forEach((band, n) => {
    const row: RowOf<TextBand> = { ...common, ...band, ...partOf("txb", owner, service.id, n) };
    sink.add(TextBand, row);
  });
}

function serviceRow(
  story: EnterpriseStory,
  policy: PolicyStory,
  service: ServiceStory,
): RowOf<ServiceRecord> {
  const isVisited = service.visitedAt !== null;
  return {
    id: service.id,
    sourceKey: service.sourceKey,
    serviceAgencyId: service.agency?.id ?? null,
    planId: policy.plan?.id ?? null,
    policyId: policy.id,
    item: service.item,
    mode: service.mode,
    startedAt: databaseMoment(service.startedAt),
    endedAt: databaseMoment(service.endedAt),
    place: service.mode === "ONSITE" ? addressOf(story) : null,
    lat: service.position?.lat ?? null,
    lon: service.position?.lon ?? null,
    datum: service.position ? "CGCS2000" : null,
    attendees: service.attendees,
    hazardsFound: service.hazards.length,
    drillTopics: jsonOf(drillTopics(service)),
    costFen: service.cost === null ? null : String(service.cost),
    returnVisitAt: whenKnown(service.visitedAt),
    returnVisitMethod: isVisited ? service.visitMethod : null,
    returnVisitSatisfaction: isVisited ? service.satisfaction : null,
    returnVisitOpinion: isVisited ? opinionOf(service) : null,
    insurerConfirmedAt: whenKnown(service.insurerConfirmedAt),
    enterpriseConfirmedAt: whenKnown(service.enterpriseConfirmedAt),
    insurerSaysConfirmedAt: whenKnown(service.enterpriseConfirmedAt),
    archivedAt: whenKnown(service.archivedAt),
    status: service.status,
    ...ownedBy(story, policy),
    ...serviceTexts(service, story),
  };
}

function jsonOf(list: readonly string[] | null): string | null {
  return list && JSON.stringify(list);
}

function whenKnown(moment: Moment | null): string | null {
  return moment === null ? null : databaseMoment(moment);
}

function addHazard(
  served: OwnedRow & { readonly serviceAgencyId: string | null },
  policy: PolicyStory,
  service: ServiceStory,
  hazard: HazardStory,
  sink: RowSink,
): void {
  const row: RowOf<Hazard, "overdue"> = {
    id: hazard.id,
    sourceKey: hazard.sourceKey,
    serviceRecordId: service.id,
    policyId: policy.id,
    level: hazard.level,
    criterionCode: hazard.criterionCode,
    description: hazard.description,
    place: hazard.place,
    foundAt: databaseMoment(hazard.foundAt),
    deadline: dayText(hazard.deadline),
    responsiblePerson: hazard.responsiblePerson,
    status: hazard.status,
    ...served,
  };
  sink.add(Hazard, row);
  hazard.events.forEach(({ kind, at, person, recipient, evidenceDigest }, n) => {
    const event: RowOf<HazardEvent> = {
      hazardId: hazard.id,
      rectificationReportId: null,
      kind,
      at: databaseMoment(at),
      person,
      recipient,
      role: recipient === null ? null : "PRINCIPAL",
      method: recipient === null ? null : "WRITTEN",
      evidenceDigest,
      note: null,
      ...served,
      ...partOf("hev", policy.insurer.id, hazard.id, n),
    };
    sink.add(HazardEvent, event);
  });
}
