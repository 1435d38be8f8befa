import type { Rule } from "../../submission/rule";
import { requiredFields } from "../../submission/rules/record-shape.rules";
import { Severity } from "../../submission/severity";
import { ExpertRecordInput, type ExpertStatement } from "./expert.record-input";
import { exampleCitizenId, validCitizenId } from "./identifiers/citizen-id.rules";
import { isSha256 } from "./identifiers/sha256";
import { validUscc } from "./identifiers/uscc.rules";
import { Sector } from "./sector";

/** An expert who meets every rule. */
export const exampleExpert: ExpertStatement = {
  sourceKey: "X-2026-0001",
  name: "王工",
  idNumber: exampleCitizenId,
  title: "高级工程师",
  specialities: [Sector.HAZARDOUS_CHEMICALS],
  certificates: ["注册安全工程师 34200001234"],
  certificateDigests: ["a".repeat(64)],
};
const expert = (change: Partial<ExpertStatement>): ExpertStatement => ({
  ...exampleExpert,
  ...change,
});

const two = {
  certificates: ["甲 1", "乙 2"],
  certificateDigests: ["a".repeat(64), "b".repeat(64)],
};

const provenCertificates: Rule<ExpertStatement> = {
  id: "ORG-04",
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第二条（有能力的队伍和机构）",
  zh: "每份资格证书须附文件摘要（SHA-256），次序相同",
  en: "Each certificate has the SHA-256 of its file, in the same order",
  breaches: ({ certificates, certificateDigests }) => {
    const digests = certificateDigests ?? [];
    const as = (certificates ?? []).length;
    const wrong = digests.flatMap((one, n) =>
      isSha256(one) ? [] : [`$.certificateDigests[${n}]`],
    );
    return digests.length === as ? wrong : [...wrong, "$.certificateDigests"];
  },
  examples: {
    meet: [
      ["one certificate", expert({})],
      ["two", expert(two)],
    ],
    break: [
      ["no evidence", expert({ certificateDigests: null })],
      ["evidence of one of two", expert({ ...two, certificateDigests: ["a".repeat(64)] })],
      ["a digest that is none", expert({ certificateDigests: ["扫描件"] })],
    ],
  },
};

/** What an expert is judged by when he arrives. */
export const expertRules: readonly Rule<ExpertStatement>[] = [
  requiredFields("SUB-20", ExpertRecordInput, exampleExpert, "ENG"),
  validCitizenId("idNumber", exampleExpert),
  provenCertificates,
  validUscc("ORG-01", "agencyUscc", exampleExpert),
];
