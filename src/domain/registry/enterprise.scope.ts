import type { RowScope } from "../../access/row-scope";

/**
 * Authorities: region × sector. An insurer: the roster of must-insure units of its regions, and
 * whom it insures. A service agency: whom it serves. An enterprise: itself. (The tables named here
 * belong to later domains, so they are named in SQL only; a test runs every scope.)
 */
export const enterpriseScope: RowScope = {
  existing: "{t}.voided = 0",
  authority: { region: "region_code", sector: "sector" },
  insurer: {
    where:
      "({t}.obligated = 1 AND {t}.region_code LIKE {region}) OR EXISTS " +
      "(SELECT 1 FROM policy p WHERE p.enterprise_id = {t}.id AND p.insurer_id = {id} " +
      "AND p.voided = 0)",
    words: {
      zh: "所在地区应保单位名册中的单位，以及本保险机构承保的单位",
      en: "must-insure units of its regions, and the enterprises it insures",
    },
  },
  serviceAgency: {
    where:
      "EXISTS (SELECT 1 FROM service_record s WHERE s.enterprise_id = {t}.id AND s.voided = 0 " +
      "AND s.service_agency_id = {id}) OR EXISTS (SELECT 1 FROM service_plan s " +
      "WHERE s.enterprise_id = {t}.id AND s.voided = 0 AND s.service_agency_id = {id})",
    words: { zh: "本机构服务的单位", en: "the enterprises it serves" },
  },
  enterprise: { column: "id" },
};
