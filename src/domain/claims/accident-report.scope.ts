import type { RowScope } from "../../access/row-scope";

/**
 * Kept by emergency management, and the independent counter-source for claims: an insurer that
 * could read it could report what it says. The enterprise sees its own. Local finance supervises
 * fees and market order and sees no single case.
 */
export const accidentReportScope: RowScope = {
  existing: "{t}.voided = 0",
  authority: { region: "region_code", sector: "sector", except: ["LOCAL_FINANCE"] },
  insurer: "nobody",
  serviceAgency: "nobody",
  enterprise: { column: "enterprise_id" },
};
