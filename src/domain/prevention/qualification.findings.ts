import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, matchingAll, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { claimSubject } from "../claims/claim.subject";
import { complaintSubject, serviceSubject, wasGiven } from "./service.subject";

const capable = "皖应急安责险通知第二条；应急厅函〔2024〕322号第二条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ service_record: { S: columns } });
const Q = (columns: Columns) => ({ service_agency_qualification: { Q: columns } });
const agencies = [
  matching("service_agency_qualification", "service_agency_id", "service_record"),
  matching("service_agency", "id", "service_record", "service_agency_id"),
];

/** The agency was qualified for the item and the sector on the day; own teams need not be. */
const unqualified = `s.service_agency_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM service_agency_qualification q WHERE q.service_agency_id = s.service_agency_id
    AND q.item = s.item AND (q.sector IS NULL OR q.sector = s.sector)
    AND ${dayOf("s.started_at")} >= q.valid_from
    AND (q.valid_to IS NULL OR ${dayOf("s.started_at")} <= q.valid_to))`;

const unqualifiedService: FindingRule = {
  id: "ORG-02",
  severity: Severity.EXPLAIN,
  class: RuleClass.VALIDITY,
  legalBasis: capable,
  zh: "服务机构在服务日不具备该服务项目和行业的资质",
  en: "The agency was not qualified for the item and sector on the day of the service",
  subject: serviceSubject,
  paths: ["$.agencyUscc", "$.item"],
  broken: `s.item IN ('01', '02', '04', '05') AND ${unqualified}`,
  reads: agencies,
  examples: {
    given: {
      ...S({
        item: "01",
        sector: "FIREWORKS",
        service_agency_id: "G",
        started_at: "2026-05-01 00:00:00",
      }),
      ...Q({
        service_agency_id: "G",
        item: "01",
        sector: "FIREWORKS",
        valid_from: "2026-05-01",
        valid_to: "2026-05-01",
      }),
    },
    meet: [
      ["on its only day", {}],
      ["for every sector", Q({ sector: null, valid_to: null })],
      [
        "an own team",
        { ...S({ service_agency_id: null }), service_agency_qualification: { Q: null } },
      ],
      ["an item that needs no qualification", S({ item: "07" })],
    ],
    break: [
      ["the day before", Q({ valid_from: "2026-05-02" })],
      ["the day after", Q({ valid_from: "2026-01-01", valid_to: "2026-04-30" })],
      ["for another sector", Q({ sector: "COAL_MINE" })],
      ["for another item", Q({ item: "02" })],
    ],
  },
};

const unqualifiedInspection: FindingRule = {
  ...unqualifiedService,
  id: "SVR-22",
  legalBasis: "应急厅函〔2024〕322号第二条",
  zh: "隐患排查由不具备资质的机构实施",
  en: "A hazard investigation by an agency that was not qualified for it",
  broken: `s.item = '03' AND ${unqualified}`,
  examples: {
    given: {
      ...S({
        item: "03",
        sector: "FIREWORKS",
        service_agency_id: "G",
        started_at: "2026-05-01 00:00:00",
      }),
      ...Q({ service_agency_id: "G", item: "03", sector: null, valid_from: "2026-05-01" }),
    },
    meet: [["qualified from the day", {}]],
    break: [["from the next day", Q({ valid_from: "2026-05-02" })]],
  },
};

const otherSpeciality: FindingRule = {
  id: "ORG-05",
  severity: Severity.EXPLAIN,
  class: RuleClass.VALIDITY,
  legalBasis: capable,
  zh: "服务专家的专业领域不含投保单位所属行业",
  en: "None of the experts of the service is a specialist of the sector",
  subject: serviceSubject,
  paths: ["$.experts"],
  broken: `EXISTS (SELECT 1 FROM service_record_expert x
      WHERE x.service_record_id = s.id AND x.voided = 0)
    AND NOT EXISTS (SELECT 1 FROM service_record_expert x JOIN expert e ON e.id = x.expert_id
      WHERE x.service_record_id = s.id AND x.voided = 0
        AND e.specialities LIKE CONCAT('%"', s.sector, '"%'))`,
  reads: [
    naming("service_record_expert", "service_record_id"),
    {
      table: "expert",
      subjects: `SELECT x.service_record_id AS id FROM service_record_expert x
        WHERE x.expert_id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      ...S({ sector: "FIREWORKS" }),
      expert: { X: { specialities: '["FIREWORKS"]' }, Y: { specialities: '["COAL_MINE"]' } },
      service_record_expert: {
        A: { service_record_id: "S", expert_id: "X" },
        B: { service_record_id: "S", expert_id: "Y" },
      },
    },
    meet: [
      ["one of two is", {}],
      ["no expert named", { service_record_expert: { A: null, B: null } }],
    ],
    break: [["none is", { expert: { X: { specialities: "[]" } } }]],
  },
};

const answeredOn = `COALESCE(${dayOf("s.replied_at")}, {today})`;
const filedOn = dayOf("s.filed_at");

const answeredLate: FindingRule = {
  id: "SVR-24",
  severity: Severity.EXPLAIN,
  class: RuleClass.TIMELINESS,
  legalBasis: "AQ 9010-2019（投诉答复）",
  zh: "投诉未在规定期限内答复",
  en: "A complaint was not answered in time",
  subject: complaintSubject,
  paths: ["$.repliedAt"],
  parameters: {
    complaintReplyWorkingDays: 10,
    complaintVerifyDays: 30,
    complaintExtensionDays: 30,
  },
  broken: `CASE
    WHEN s.extended_at IS NOT NULL THEN
      DATEDIFF(${answeredOn}, ${filedOn}) > {complaintVerifyDays} + {complaintExtensionDays}
    WHEN s.needs_verifying = 1 THEN DATEDIFF(${answeredOn}, ${filedOn}) > {complaintVerifyDays}
    ELSE ${laterThanWorkingDays(answeredOn, filedOn, "{complaintReplyWorkingDays}")} END`,
  reads: [],
  examples: {
    given: {
      complaint: { S: { filed_at: "2026-03-02 02:00:00", replied_at: "2026-03-16 15:59:59" } },
    },
    meet: [
      ["on the tenth working day", {}],
      [
        "on day 30, to be verified",
        {
          complaint: { S: { needs_verifying: 1, replied_at: "2026-04-01 15:59:59" } },
        },
      ],
      [
        "on day 60, extended",
        {
          complaint: {
            S: {
              needs_verifying: 1,
              extended_at: "2026-03-20 00:00:00",
              replied_at: "2026-05-01 15:59:59",
            },
          },
        },
      ],
    ],
    break: [
      ["on the eleventh", { complaint: { S: { replied_at: "2026-03-16 16:00:00" } } }],
      ["not yet", { complaint: { S: { replied_at: null } } }],
      [
        "on day 31, to be verified",
        {
          complaint: { S: { needs_verifying: 1, replied_at: "2026-04-01 16:00:00" } },
        },
      ],
      [
        "on day 61, extended",
        {
          complaint: {
            S: { extended_at: "2026-03-20 00:00:00", replied_at: "2026-05-01 16:00:00" },
          },
        },
      ],
    ],
  },
};

const noFollowUp: FindingRule = {
  id: "CLM-16",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "皖应急安责险通知第二条（闭环）",
  zh: "死亡事故后规定天数内无跟进服务",
  en: "No service followed a fatal accident within the days allowed",
  subject: claimSubject,
  paths: ["$.deaths"],
  parameters: { followUpServiceDays: 30 },
  broken: `s.deaths > 0 AND DATEDIFF({today}, ${dayOf("s.accident_at")}) > {followUpServiceDays}
    AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.enterprise_id = s.enterprise_id
      AND r.insurer_id = s.insurer_id AND ${wasGiven("r")} AND r.started_at >= s.accident_at
      AND DATEDIFF(${dayOf("r.started_at")}, ${dayOf("s.accident_at")}) <= {followUpServiceDays})`,
  reads: [matchingAll("service_record", ["enterprise_id", "insurer_id"], "claim")],
  examples: {
    given: {
      claim: { S: { deaths: 1, enterprise_id: "E", accident_at: "2026-05-01 00:00:00" } },
    },
    meet: [
      ["thirty days ago", { claim: { S: { accident_at: "2026-05-02 00:00:00" } } }],
      ["nobody died", { claim: { S: { deaths: 0 } } }],
      [
        "served on day 30",
        {
          service_record: { R: { enterprise_id: "E", started_at: "2026-05-31 15:59:59" } },
        },
      ],
    ],
    break: [
      ["thirty-one days ago", {}],
      [
        "served on day 31",
        {
          service_record: { R: { enterprise_id: "E", started_at: "2026-05-31 16:00:00" } },
        },
      ],
    ],
  },
};

/** Who served, who complained, and what followed a fatal accident. */
export const qualificationFindings: readonly FindingRule[] = [
  unqualifiedService,
  unqualifiedInspection,
  otherSpeciality,
  answeredLate,
  noFollowUp,
];
