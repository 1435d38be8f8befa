import { entityId } from "../../database/entity-id";
import { defineRecordType } from "../../submission/record-type";
import { ServiceAgencyQualification } from "./service-agency-qualification.entity";
import { ServiceAgency } from "./service-agency.entity";
import {
  ServiceAgencyRecordInput,
  type ServiceAgencyStatement,
} from "./service-agency.record-input";
import { exampleAgency, serviceAgencyRules } from "./service-agency.rules";
import { waitingDeadline } from "./waiting-deadline";

/**
 * How service agencies are reported, each with its qualifications. Of each code there is one; what
 * insurers state counts before what the hub was loaded with, because no authority states agencies.
 */
export const serviceAgencyRecordType = defineRecordType<ServiceAgencyStatement>({
  name: "serviceAgency",
  mutation: "submitServiceAgencies",
  submitters: ["INSURER"],
  entity: ServiceAgency,
  joint: {
    id: ({ uscc }) => entityId("agy", uscc ?? ""),
    asOf: ({ asOf }) => asOf ?? "",
    standing: (stater) => (stater === "HUB" ? 1 : 0),
    filled: [],
    kept: {},
  },
  input: ServiceAgencyRecordInput,
  sums: [],
  businessDay: "asOf",
  rules: serviceAgencyRules,
  example: exampleAgency,
  references: [],
  parts: [
    {
      entity: () => ServiceAgencyQualification,
      property: "serviceAgencyId",
      copies: [],
      rows: ({ uscc, qualifications }) =>
        (qualifications ?? []).map(({ item, sector, validFrom, validTo, certificateDigest }) => ({
          id: entityId("qua", uscc ?? "", item ?? "", sector ?? "", validFrom ?? ""),
          item: item ?? null,
          sector: sector ?? null,
          validFrom: validFrom ?? null,
          validTo: validTo ?? null,
          certificateDigest: certificateDigest ?? null,
        })),
    },
  ],
  waitsUntil: waitingDeadline,
});
