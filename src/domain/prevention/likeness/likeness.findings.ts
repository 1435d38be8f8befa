import type { Row } from "../../../database/database";
import type { FindingRule } from "../../../submission/findings/finding-rule";
import { RuleClass } from "../../../submission/rule-class";
import { Severity } from "../../../submission/severity";
import { serviceSubject, wasGiven } from "../service.subject";
import { bitsOfEqualBand, bitsOfNearBand, nearBands } from "./photo-hash";
import { likenessOf } from "./report-text";

const sham = "皖应急安责险通知第三条（走形式、走过场）";

/** Who served both: one agency, or one insurer's own team. */
const sameServer = `(s.service_agency_id <=> o.service_agency_id
  AND (s.service_agency_id IS NOT NULL OR s.insurer_id = o.insurer_id))`;

/** Trainings of one agency that overlap are one session for several enterprises. */
const sharedTraining = `(s.item = '01' AND o.item = '01' AND ${sameServer}
  AND s.started_at <= COALESCE(o.ended_at, o.started_at)
  AND o.started_at <= COALESCE(s.ended_at, s.started_at))`;

const otherEnterprise = (table: string): string => `JOIN service_record o
  ON o.id = ${table}.service_record_id AND o.enterprise_id <> s.enterprise_id AND ${wasGiven("o")}`;

const photos = {
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  subject: serviceSubject,
  paths: ["$.evidence"],
} as const;

const base = 0xf0f0f0f0f0f0f0f0n;
const photo = (service: string, hash: bigint, value = 1) => ({
  service_record_id: service,
  ...{ band: 0, value, hash: String(hash) },
});
/** The photos of two enterprises; the hash of the other's differs in these bits. */
const differing = (bits: bigint, value = 1) => ({
  photo_band: { L: photo("O", base ^ bits, value) },
});
const twoPhotos = {
  service_record: { S: { enterprise_id: "E", item: "03" }, O: { enterprise_id: "F", item: "03" } },
  photo_band: { K: photo("S", base), L: photo("O", base) },
};
const joint = {
  service_record: {
    S: { item: "01", started_at: "2026-05-01 01:00:00", ended_at: "2026-05-01 03:00:00" },
    O: { item: "01", started_at: "2026-05-01 02:59:00", ended_at: "2026-05-01 05:00:00" },
  },
};

const agency = { service_agency_id: "X" };

const samePhoto: FindingRule = {
  ...photos,
  id: "SVR-12",
  severity: Severity.EXPLAIN,
  zh: "佐证照片与另一单位的照片几乎相同（感知哈希）",
  en: "A photo that is all but the same as one of another enterprise (perceptual hash)",
  // No more than bitsOfEqualBand: others are not looked for.
  parameters: { photoBitsSame: bitsOfEqualBand },
  others: `JOIN photo_band k ON k.service_record_id = s.id
    JOIN photo_band l ON l.band = k.band AND l.value = k.value
      AND BIT_COUNT(l.hash ^ k.hash) <= {photoBitsSame} ${otherEnterprise("l")}`,
  broken: `NOT ${sharedTraining}`,
  reads: [
    {
      table: "photo_band",
      subjects: `SELECT y.service_record_id AS id FROM photo_band c
        JOIN photo_band y ON y.band = c.band AND y.value = c.value
          AND BIT_COUNT(y.hash ^ c.hash) <= ${bitsOfEqualBand} WHERE c.id IN ({ids})`,
    },
  ],
  examples: {
    given: twoPhotos,
    meet: [
      ["five bits differ", differing(0x1fn)],
      ["five bits differ, on both ends", differing(0xc000000000000007n)],
      ["of the same enterprise", { service_record: { O: { enterprise_id: "E" } } }],
      ["one photo of a joint training", joint],
      ["the other service was only planned", { service_record: { O: { status: "PLANNED" } } }],
    ],
    break: [
      ["the same", {}],
      ["four bits differ", differing(0xfn)],
      ["four bits differ, on both ends", differing(0xc000000000000003n)],
      [
        "trainings at once, by an agency and by a team of the insurer",
        {
          service_record: { ...joint.service_record, O: { ...joint.service_record.O, ...agency } },
        },
      ],
      [
        "trainings after each other",
        { service_record: { ...joint.service_record, O: { item: "01" } } },
      ],
    ],
  },
};

const likePhoto: FindingRule = {
  ...photos,
  id: "SVR-12",
  severity: Severity.INFO,
  zh: "佐证照片与同一机构服务的另一单位的照片相似（感知哈希）",
  en: "A photo like one of another enterprise that the same agency served (perceptual hash)",
  // No more than bitsOfNearBand: others are not looked for.
  parameters: { photoBitsSame: bitsOfEqualBand, photoBitsAlike: 8 },
  others: `JOIN photo_band k ON k.service_record_id = s.id JOIN ${nearBands}
    JOIN photo_band l ON l.band = k.band AND l.value = k.value ^ m.bits
      AND l.service_agency_id <=> k.service_agency_id
      AND BIT_COUNT(l.hash ^ k.hash) BETWEEN {photoBitsSame} + 1 AND {photoBitsAlike}
    ${otherEnterprise("l")}`,
  broken: `${sameServer} AND NOT ${sharedTraining}`,
  reads: [
    {
      table: "photo_band",
      subjects: `SELECT y.service_record_id AS id FROM photo_band c JOIN ${nearBands}
        JOIN photo_band y ON y.band = c.band AND y.value = c.value ^ m.bits
          AND y.service_agency_id <=> c.service_agency_id
          AND BIT_COUNT(y.hash ^ c.hash) <= ${bitsOfNearBand} WHERE c.id IN ({ids})`,
    },
  ],
  examples: {
    given: twoPhotos,
    meet: [
      ["four bits differ", differing(0xfn)],
      ["nine bits differ", differing(0x1ffn)],
      [
        "of another insurer's own team",
        {
          ...differing(0xffn),
          service_record: { O: { insurer_id: "J" } },
        },
      ],
      ["one photo of a joint training", { ...differing(0xffn), ...joint }],
    ],
    break: [
      ["five bits differ", differing(0x1fn)],
      ["eight bits differ, one of the band", differing(0xffn, 1 ^ 4096)],
      ["eight bits differ, on both ends", differing(0xf00000000000000fn)],
      [
        "one agency, two insurers",
        {
          service_record: {
            S: { service_agency_id: "X" },
            O: { insurer_id: "J", service_agency_id: "X" },
          },
          photo_band: {
            K: { service_agency_id: "X" },
            L: { ...photo("O", base ^ 0xffn), service_agency_id: "X" },
          },
        },
      ],
    ],
  },
};

/**
 * Services that are compared with each one of a band: the first by id, which is a digest, so they
 * are a sample. Where thousands fill in one form, all copies of one report still meet those.
 */
const comparedMax = 4;
const isCompared = (
  alias: string,
  band = alias,
): string => `${alias}.service_record_id <= COALESCE((
  SELECT z.service_record_id FROM text_band z WHERE z.band = ${band}.band
    AND z.value = ${band}.value ORDER BY z.service_record_id LIMIT 1 OFFSET ${comparedMax - 1}), '~')`;
const otherReports = `JOIN text_band y ON y.band = c.band AND y.value = c.value
  AND (y.service_record_id = c.service_record_id OR ${isCompared("c")})`;

/** A hundred shingles. */
const report = Array.from({ length: 104 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join("");
const cut = (by: number): string => report.slice(0, report.length - by);
const form = "按检查表逐项排查事故隐患并当场反馈整改意见";
const written = (process: string, own = report) => ({
  service_record: { S: { process: own }, O: { process } },
});

const copiedReport: FindingRule = {
  id: "SVR-14",
  severity: Severity.WARN,
  class: RuleClass.FABRICATION,
  legalBasis: sham,
  zh: "服务过程记录与另一单位的高度雷同",
  en: "The report of the service is nearly the text of another enterprise's",
  subject: serviceSubject,
  paths: ["$.process"],
  parameters: { reportJaccardPctMin: 90 },
  others: `JOIN text_band k ON k.service_record_id = s.id
    JOIN text_band l ON l.band = k.band AND l.value = k.value
      AND l.service_record_id <> k.service_record_id AND ${isCompared("l", "k")}
    ${otherEnterprise("l")}
    LEFT JOIN service_plan n ON n.id = s.plan_id LEFT JOIN service_plan q ON q.id = o.plan_id`,
  broken: `NOT ${sharedTraining}`,
  columns: `s.process AS own, o.process AS other, {reportJaccardPctMin} AS least,
    CONCAT_WS('。', s.measures, o.measures, n.measures, q.measures) AS forms`,
  judges: isCopied,
  reads: [
    {
      table: "text_band",
      subjects: `SELECT y.service_record_id AS id FROM text_band c ${otherReports}
        WHERE c.id IN ({ids})`,
    },
    {
      table: "service_plan",
      subjects: `SELECT y.service_record_id AS id FROM service_record r
        JOIN text_band c ON c.service_record_id = r.id ${otherReports} WHERE r.plan_id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      service_record: {
        S: { enterprise_id: "E", item: "03", process: report, plan_id: "N" },
        O: { enterprise_id: "F", item: "03", process: report },
      },
      text_band: {
        K: { service_record_id: "S", band: 0, value: 7 },
        L: { service_record_id: "O", band: 0, value: 7 },
      },
    },
    meet: [
      ["89 of 100 shingles", written(cut(11))],
      ["too short to tell", written(report.slice(0, 49), report.slice(0, 49))],
      [
        "only a sentence of its plan in common",
        {
          ...written(`${form}。${report.slice(52)}`, `${form}。${report.slice(0, 52)}`),
          service_plan: { N: { measures: form } },
        },
      ],
      ["of the same enterprise", { service_record: { O: { enterprise_id: "E" } } }],
      ["a joint training", joint],
    ],
    break: [
      ["90 of 100 shingles", written(cut(10))],
      ["fifty characters", written(report.slice(0, 50), report.slice(0, 50))],
      ["other blanks, width and case", written(`ＡＢc ${report}`, `abC${report}`)],
      [
        "but for a sentence of its plan",
        { ...written(`${form}。${report}`), service_plan: { N: { measures: form } } },
      ],
    ],
  },
};

function isCopied({ own, other, forms, least }: Row): boolean {
  const likeness = likenessOf(String(own), String(other), String(forms));
  return likeness !== null && 100 * likeness >= Number(least);
}

/** Leads by likeness to what was reported of other enterprises. */
export const likenessFindings: readonly FindingRule[] = [samePhoto, likePhoto, copiedReport];
