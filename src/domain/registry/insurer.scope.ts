import type { RowScope } from "../../access/row-scope";

/** Everyone may know the insurers, except that an insurer sees no other insurer. */
export const insurerScope: RowScope = {
  authority: "everyone",
  insurer: { column: "id" },
  serviceAgency: "everyone",
  enterprise: "everyone",
};
