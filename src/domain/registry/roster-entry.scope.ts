import type { RowScope } from "../../access/row-scope";

/**
 * The roster is kept by government and shared with insurers. Every party reaches the entries of
 * the enterprises it reaches (enterprise.scope.ts), so that an entry never points at nothing.
 * That is also why the sector asked is the enterprise's, not the one it is listed for.
 */
export const rosterEntryScope: RowScope = {
  existing: "{t}.voided = 0",
  authority: { region: "region_code", sector: "enterprise_sector" },
  insurer: {
    where:
      "EXISTS (SELECT 1 FROM enterprise e WHERE e.id = {t}.enterprise_id " +
      "AND e.obligated = 1 AND e.region_code LIKE {region}) OR EXISTS " +
      "(SELECT 1 FROM policy p WHERE p.enterprise_id = {t}.enterprise_id AND p.insurer_id = {id} " +
      "AND p.voided = 0)",
    words: {
      zh: "所在地区应保单位和本保险机构承保单位的名册条目",
      en: "entries of must-insure units of its regions and of the enterprises it insures",
    },
  },
  serviceAgency: "nobody",
  enterprise: { column: "enterprise_id" },
};
