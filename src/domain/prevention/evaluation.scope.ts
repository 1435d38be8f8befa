import type { RowScope } from "../../access/row-scope";

/** An evaluation is of an insurer in a region, across sectors and enterprises. */
export const evaluationScope: RowScope = {
  authority: { region: "region_code", sector: null },
  insurer: { column: "insurer_id" },
  serviceAgency: "nobody",
  enterprise: "nobody",
};
