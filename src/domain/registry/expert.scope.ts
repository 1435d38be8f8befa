import type { RowScope } from "../../access/row-scope";

/**
 * Authorities see all experts: services cross county borders. Everyone else sees its own and those
 * who took part in the services it sees, so that a participation never points at nothing; an
 * insurer also those of the agencies it commissioned, unless another insurer registered them.
 * (Tables of later domains are named in SQL only; a test runs every scope.)
 */
export const expertScope: RowScope = {
  existing: "{t}.voided = 0",
  authority: "everyone",
  insurer: {
    where:
      `{t}.insurer_id = {id} OR ${tookPartFor("insurer_id")} OR ({t}.insurer_id IS NULL AND ` +
      "EXISTS (SELECT 1 FROM service_plan s WHERE s.insurer_id = {id} AND s.voided = 0 " +
      "AND s.service_agency_id = {t}.service_agency_id))",
    words: {
      zh: "本保险机构登记的专家、参与其服务的专家，以及受其委托的服务机构的专家",
      en: "its own experts, those in its services, and those of agencies it commissioned",
    },
  },
  serviceAgency: {
    where: `{t}.service_agency_id = {id} OR ${tookPartFor("service_agency_id")}`,
    words: {
      zh: "本机构登记的专家，以及参与其服务的专家",
      en: "its own experts, and those who took part in its services",
    },
  },
  enterprise: {
    where: tookPartFor("enterprise_id"),
    words: {
      zh: "参与过为本单位服务的专家",
      en: "experts who took part in services for it",
    },
  },
};

/** True for an expert who took part in a service of this party. */
function tookPartFor(party: string): string {
  return (
    "EXISTS (SELECT 1 FROM service_record_expert x WHERE x.expert_id = {t}.id " +
    `AND x.voided = 0 AND x.${party} = {id})`
  );
}
