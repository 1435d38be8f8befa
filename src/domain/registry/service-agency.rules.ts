import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { isSha256 } from "./identifiers/sha256";
import { exampleUscc, validUscc } from "./identifiers/uscc.rules";
import type { QualificationStatement } from "./service-agency-qualification.record-input";
import {
  ServiceAgencyRecordInput,
  type ServiceAgencyStatement,
} from "./service-agency.record-input";
import { Sector } from "./sector";

const qualification: QualificationStatement = {
  item: "03",
  sector: Sector.HAZARDOUS_CHEMICALS,
  validFrom: "2025-01-01",
  validTo: "2027-12-31",
  certificateDigest: "a".repeat(64),
};

/** An agency that meets every rule. */
export const exampleAgency: ServiceAgencyStatement = {
  sourceKey: "A-2026-0001",
  uscc: exampleUscc,
  asOf: "2026-05-31",
  name: "某安全技术服务有限公司",
  qualifications: [qualification],
};
const agency = (change: Partial<ServiceAgencyStatement>): ServiceAgencyStatement => ({
  ...exampleAgency,
  ...change,
});
const qualified = (...changes: Partial<QualificationStatement>[]): ServiceAgencyStatement =>
  agency({ qualifications: changes.map((change) => ({ ...qualification, ...change })) });

const provenQualifications: Rule<ServiceAgencyStatement> = {
  id: "ORG-04",
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第二条（有能力的队伍和机构）",
  zh: "资质有效期起不得晚于止，并须附证书文件摘要（SHA-256）",
  en: "A qualification does not end before it begins, and has its certificate's SHA-256",
  breaches: ({ qualifications }) =>
    (qualifications ?? []).flatMap(({ validFrom, validTo, certificateDigest }, n) => [
      ...(validFrom && validTo && validFrom > validTo ? [`$.qualifications[${n}].validTo`] : []),
      ...(isSha256(certificateDigest) ? [] : [`$.qualifications[${n}].certificateDigest`]),
    ]),
  examples: {
    meet: [
      ["valid for one day", qualified({ validTo: "2025-01-01" })],
      ["without an end", qualified({ validTo: null })],
      ["no qualification", agency({ qualifications: null })],
    ],
    break: [
      ["ended the day before", qualified({ validTo: "2024-12-31" })],
      ["no certificate", qualified({ certificateDigest: null })],
      ["a digest that is none", qualified({ certificateDigest: "a".repeat(63) })],
      ["upper-case digits", qualified({ certificateDigest: "A".repeat(64) })],
    ],
  },
};

const distinctQualifications: Rule<ServiceAgencyStatement> = {
  id: "SUB-27",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "同一资质（项目、行业、有效期自）重复，请只保留一条",
  en: "A qualification (item, sector, first day) is stated twice; state it once",
  breaches: ({ qualifications }) => {
    const seen = new Set<string>();
    return (qualifications ?? []).flatMap(({ item, sector, validFrom }, n) => {
      const key = JSON.stringify([item, sector ?? null, validFrom]);
      const twice = seen.has(key);
      seen.add(key);
      return twice ? [`$.qualifications[${n}]`] : [];
    });
  },
  examples: {
    meet: [
      ["two items", qualified({}, { item: "01" })],
      ["two periods", qualified({}, { validFrom: "2026-01-01" })],
    ],
    break: [
      ["the same twice", qualified({}, { validTo: null })],
      ["for every sector, twice", qualified({ sector: null }, { sector: null })],
    ],
  },
};

/** What a service agency is judged by when it arrives. */
export const serviceAgencyRules: readonly Rule<ServiceAgencyStatement>[] = [
  requiredFields("SUB-20", ServiceAgencyRecordInput, exampleAgency, "ENG"),
  validUscc("ORG-01", "uscc", exampleAgency),
  provenQualifications,
  distinctQualifications,
];
