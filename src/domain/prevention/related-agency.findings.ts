import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { serviceSubject } from "./service.subject";

const agency = (uscc: string) => ({ service_agency: { G: { uscc } } });

/**
 * Related is what carries one code: the hub knows no shareholders, and of agencies no legal
 * representatives. What an agency takes of an insurer's spending is another aspect of the rule.
 */
const servesItself: FindingRule = {
  id: "ORG-08",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  aspect: "related",
  legalBasis: "应急厅函〔2024〕322号第四条；皖应急安责险通知第三条",
  zh: "服务机构就是投保单位、保险机构或其分支机构本身",
  en: "The agency is the insured enterprise, the insurer or one of its branches",
  subject: serviceSubject,
  paths: ["$.agencyUscc"],
  broken: `EXISTS (SELECT 1 FROM service_agency g WHERE g.id = s.service_agency_id AND (
    EXISTS (SELECT 1 FROM enterprise e WHERE e.id = s.enterprise_id AND e.uscc = g.uscc)
    OR EXISTS (SELECT 1 FROM insurer i WHERE i.id = s.insurer_id AND i.uscc = g.uscc)
    OR EXISTS (SELECT 1 FROM insurer_branch b WHERE b.insurer_id = s.insurer_id
      AND b.uscc = g.uscc)))`,
  reads: [
    matching("service_agency", "id", "service_record", "service_agency_id"),
    matching("enterprise", "id", "service_record", "enterprise_id"),
    matching("insurer", "id", "service_record", "insurer_id"),
    matching("insurer_branch", "insurer_id", "service_record"),
  ],
  examples: {
    given: {
      service_record: { S: { service_agency_id: "G", enterprise_id: "E", insurer_id: "A" } },
      enterprise: { E: { uscc: "1" } },
      insurer: { A: { uscc: "2", org_code: "A" }, B: { uscc: "4", org_code: "B" } },
      insurer_branch: { B: { insurer_id: "A", uscc: "3", org_code: "A1" } },
      ...agency("5"),
    },
    meet: [
      ["an agency of its own", {}],
      ["another insurer", agency("4")],
      ["an own team", { service_record: { S: { service_agency_id: null } } }],
      [
        "a branch without a code",
        { insurer_branch: { B: { uscc: null } }, service_agency: { G: { uscc: "" } } },
      ],
    ],
    break: [
      ["the enterprise itself", agency("1")],
      ["the insurer", agency("2")],
      ["a branch of the insurer", agency("3")],
    ],
  },
};

/** Agencies that are no third party. */
export const relatedAgencyFindings: readonly FindingRule[] = [servesItself];
