import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { rowsOf } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";

type Columns = Record<string, string | number | null>;
const person = { id_number_hmac: "a", full_time: 1 };

/** Experts have no region: a finding about one is for the province where they serve. */
const expertSubject = rowsOf("Expert", "expert", {
  businessDay: "{today}",
  enterprise: "NULL",
  sector: "NULL",
  region: `COALESCE((SELECT MIN(r.region_code) FROM service_record_expert x
    JOIN service_record r ON r.id = x.service_record_id WHERE x.expert_id = s.id), '')`,
});

const samePerson = [
  matching("expert", "id_number_hmac", "expert"),
  naming("service_record_expert", "expert_id"),
];

const onePersonTwice: FindingRule = {
  id: "ORG-06",
  severity: Severity.WARN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "皖应急安责险通知第四条",
  zh: "同一人以两个专家编号登记",
  en: "One person is registered as two experts",
  subject: expertSubject,
  paths: ["$.idNumber"],
  wide: true,
  broken: `EXISTS (SELECT 1 FROM expert o
    WHERE o.id_number_hmac = s.id_number_hmac AND o.id <> s.id AND o.voided = 0)`,
  reads: samePerson,
  examples: {
    given: { expert: { S: { id_number_hmac: "a" }, O: { id_number_hmac: "b" } } },
    meet: [
      ["two persons", {}],
      ["voided", { expert: { O: { id_number_hmac: "a", voided: 1 } } }],
    ],
    break: [["one person", { expert: { O: { id_number_hmac: "a" } } }]],
  },
};

const experts = (rows: Record<string, Columns>) => ({ expert: rows });

/**
 * An institution is an agency, whoever registers its experts, or the own team of an insurer. That
 * nothing is said of full-time work is no statement that somebody works full-time.
 */
const fullTimeEverywhere: FindingRule = {
  id: "ORG-07",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: "皖应急安责险通知第三条",
  zh: "同一专家同时在多家机构专职",
  en: "One person works full-time at more institutions at once than anyone can",
  subject: expertSubject,
  paths: ["$.fullTime", "$.idNumber"],
  parameters: { fullTimeInstitutionsMax: 2 },
  wide: true,
  broken: `s.full_time = 1 AND (SELECT COUNT(DISTINCT COALESCE(o.service_agency_id, o.insurer_id))
    FROM expert o WHERE o.id_number_hmac = s.id_number_hmac AND o.full_time = 1 AND o.voided = 0)
    > {fullTimeInstitutionsMax}`,
  reads: samePerson,
  examples: {
    given: experts({
      S: { ...person, insurer_id: "A", service_agency_id: "G" },
      T: { ...person, insurer_id: "A", service_agency_id: "H" },
      U: { ...person, insurer_id: "A", service_agency_id: null },
    }),
    meet: [
      ["two agencies", experts({ U: { service_agency_id: "H" } })],
      [
        "two insurers register him for one agency",
        experts({ T: { insurer_id: "B", service_agency_id: "G" } }),
      ],
      ["part-time at one of three", experts({ T: { full_time: 0 } })],
      ["nothing said at one of three", experts({ T: { full_time: null } })],
      ["part-time himself", experts({ S: { full_time: 0 } })],
      ["one taken back", experts({ T: { voided: 1 } })],
      ["another person", experts({ T: { id_number_hmac: "b" } })],
    ],
    break: [["two agencies and the own team of an insurer", {}]],
  },
};

/** Experts as persons, by the digest of their identity number. */
export const expertPersonFindings: readonly FindingRule[] = [onePersonTwice, fullTimeEverywhere];
