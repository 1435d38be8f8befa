import type { RowScope } from "../../access/row-scope";

/**
 * A grant is known to the organisations that take part in it, and within its jurisdiction to those
 * who own data classes and to the auditor.
 */
export const accessGrantScope: RowScope = {
  authority: {
    region: "region_code",
    sector: null,
    except: ["SECTOR_REGULATOR", "LOCAL_FINANCE", "ASSOCIATION"],
  },
  insurer: "nobody",
  serviceAgency: "nobody",
  enterprise: "nobody",
  organisation: {
    where:
      "{t}.organisation_id = {organisation} OR {t}.requested_by_id = {organisation} " +
      "OR {t}.owner_id = {organisation}",
    words: {
      zh: "本组织作为被授权、申请或批准一方的授权",
      en: "grants in which the organisation takes part: as receiver, requester or owner",
    },
  },
};
