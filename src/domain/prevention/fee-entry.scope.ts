import type { RowScope } from "../../access/row-scope";

/**
 * The ledger is kept per insurer and region, across sectors: an authority reaches its region, an
 * insurer its own ledger; agencies see none. What concerns several enterprises belongs to none.
 */
export const ledgerScope: RowScope = {
  authority: { region: "region_code", sector: null },
  insurer: { column: "insurer_id" },
  serviceAgency: "nobody",
  enterprise: "nobody",
};

/** As usual; an enterprise reaches the entries about it. */
export const feeEntryScope: RowScope = {
  ...ledgerScope,
  enterprise: { column: "enterprise_id" },
};
