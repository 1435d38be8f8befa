import { entityId } from "../../database/entity-id";
import { sql, valueList } from "../../database/sql";
import { defineRecordType } from "../../submission/record-type";
import { toDatabase } from "../../submission/derive-row";
import { arrived } from "../../submission/rules/reference.rules";
import { Expert } from "../registry/expert.entity";
import { insuredCopies, toServiceAgency } from "../registry/references";
import { waitingDeadline } from "../registry/waiting-deadline";
import { toPolicy } from "../underwriting/to-policy";
import { enterpriseConfirmedFrom } from "./confirmation/enterprise-confirmed";
import { EvidenceKind } from "./evidence-kind";
import { Hazard } from "./hazard.entity";
import { PhotoBand } from "./likeness/photo-band.entity";
import { photoBands } from "./likeness/photo-hash";
import { textBands } from "./likeness/report-text";
import { TextBand } from "./likeness/text-band.entity";
import { ServiceEvidence } from "./service-evidence.entity";
import { ServicePlan } from "./service-plan.entity";
import { ServiceRecordExpert } from "./service-record-expert.entity";
import { ServiceRecord } from "./service-record.entity";
import {
  ServiceRecordRecordInput,
  type ServiceRecordStatement,
} from "./service-record.record-input";
import { exampleService, serviceRecordRules } from "./service-record.rules";

/** What the rows that belong to a service have from it. */
const servedCopies = ["enterpriseId", "regionCode", "sector", "serviceAgencyId"];

/** How prevention services are reported, each with its experts and its evidence. */
export const serviceRecordRecordType = defineRecordType<ServiceRecordStatement>({
  name: "serviceRecord",
  mutation: "submitServiceRecords",
  submitters: ["INSURER"],
  entity: ServiceRecord,
  input: ServiceRecordRecordInput,
  sums: ["costFen"],
  businessDay: "startedAt",
  rules: serviceRecordRules,
  example: exampleService,
  references: [
    toPolicy("SVR-02", insuredCopies),
    toServiceAgency("SVR-02"),
    {
      name: "plan",
      rule: arrived("SVR-02", "服务方案", "service plan"),
      path: "$.planKey",
      target: () => ServicePlan,
      ids: ({ planKey }, owner) => (planKey ? [entityId("pln", owner, planKey)] : []),
      property: "planId",
      copies: {},
    },
    {
      name: "experts",
      rule: arrived("SVR-02", "专家", "expert"),
      path: "$.expertKeys",
      target: () => Expert,
      ids: ({ expertKeys }, owner) => expertIds(expertKeys, owner),
      property: null,
      copies: {},
    },
    {
      name: "hazards",
      rule: arrived("SVR-16", "事故隐患", "hazard"),
      path: "$.hazardKeys",
      target: () => Hazard,
      ids: ({ hazardKeys }, owner) =>
        [...new Set(hazardKeys ?? [])].map((key) => entityId("haz", owner, key)),
      // A hazard waits for the service that found it (HAZ-02).
      mutual: true,
      property: null,
      copies: {},
    },
  ],
  row: ({ enterpriseConfirmedAt }) => ({
    insurerSaysConfirmedAt: toDatabase("instant", enterpriseConfirmedAt),
  }),
  consequences: [
    enterpriseConfirmedFrom(
      (ids) =>
        sql`SELECT DISTINCT service_record_id AS id FROM service_confirmation
          WHERE service_record_id IN (${valueList(ids)})`,
    ),
  ],
  parts: [
    {
      entity: () => ServiceRecordExpert,
      property: "serviceRecordId",
      copies: servedCopies,
      rows: ({ expertKeys }, { owner }) =>
        expertIds(expertKeys, owner).map((expertId) => ({ expertId })),
    },
    {
      entity: () => ServiceEvidence,
      property: "serviceRecordId",
      copies: servedCopies,
      rows: ({ evidence }) =>
        (evidence ?? []).map((file) => ({
          digest: file.digest ?? null,
          kind: file.kind ?? null,
          capturedAt: toDatabase("instant", file.capturedAt),
          lat: file.lat ?? null,
          lon: file.lon ?? null,
          perceptualHash: file.perceptualHash ?? null,
          mimeType: file.mimeType ?? null,
          sizeBytes: file.sizeBytes ?? null,
        })),
    },
    {
      entity: () => PhotoBand,
      property: "serviceRecordId",
      copies: ["serviceAgencyId"],
      rows: ({ evidence }) =>
        (evidence ?? []).flatMap(({ kind, perceptualHash }) =>
          kind === EvidenceKind.PHOTO
            ? photoBands(perceptualHash).map((band) => ({ ...band }))
            : [],
        ),
    },
    {
      entity: () => TextBand,
      property: "serviceRecordId",
      copies: [],
      rows: ({ process }) => textBands(process).map((band) => ({ ...band })),
    },
  ],
  waitsUntil: waitingDeadline,
});

/** One expert named twice took part once. */
function expertIds(keys: readonly string[] | null | undefined, owner: string): string[] {
  return [...new Set(keys ?? [])].map((key) => entityId("exp", owner, key));
}
