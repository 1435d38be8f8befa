import type { RowScope } from "../../access/row-scope";

/**
 * Who sees all that a finding rests on: its parties and region are those that the rows involved
 * have in common. Leads in SHADOW are kept and counted, and published to nobody.
 */
export const findingScope: RowScope = {
  existing: "{t}.shadow = 0",
  authority: { region: "region_code", sector: "sector" },
  insurer: { column: "insurer_id" },
  serviceAgency: { column: "service_agency_id" },
  enterprise: { column: "enterprise_id" },
};
