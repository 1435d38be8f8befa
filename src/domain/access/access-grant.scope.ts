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
  organisation:
    "{t}.organisation_id = {organisation} OR {t}.requested_by_id = {organisation} " +
    "OR {t}.owner_id = {organisation}",
};
