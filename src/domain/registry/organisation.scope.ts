import type { RowScope } from "../../access/row-scope";

/**
 * Authorities are known to all. Which insurers, agencies and enterprises take part is known to the
 * authorities; of these, each sees itself only.
 */
export const organisationScope: RowScope = {
  authority: "everyone",
  insurer: { where: "{t}.type NOT IN ('INSURER', 'ENTERPRISE') OR {t}.insurer_id = {id}" },
  serviceAgency: {
    where: "{t}.type NOT IN ('SERVICE_AGENCY', 'ENTERPRISE') OR {t}.service_agency_id = {id}",
  },
  enterprise: { where: "{t}.type <> 'ENTERPRISE' OR {t}.enterprise_id = {id}" },
};
