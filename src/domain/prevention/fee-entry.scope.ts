import type { RowScope } from "../../access/row-scope";

/**
 * The ledger is kept per insurer and region, across sectors: an authority reaches its region, an
 * insurer its own ledger. Entries without an enterprise belong to no enterprise; agencies see none.
 */
export const feeEntryScope: RowScope = {
  authority: { region: "region_code", sector: null },
  insurer: { column: "insurer_id" },
  serviceAgency: "nobody",
  enterprise: { column: "enterprise_id" },
};
