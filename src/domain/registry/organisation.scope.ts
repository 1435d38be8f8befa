import type { RowScope } from "../../access/row-scope";

/**
 * Authorities are known to all. Which insurers, agencies and enterprises take part is known to the
 * authorities; of these, each sees itself only.
 */
export const organisationScope: RowScope = {
  authority: "everyone",
  insurer: {
    where: "{t}.type NOT IN ('INSURER', 'ENTERPRISE') OR {t}.insurer_id = {id}",
    words: {
      zh: "本保险机构自身，以及保险机构和投保单位以外的组织",
      en: "itself, and all organisations but insurers and enterprises",
    },
  },
  serviceAgency: {
    where: "{t}.type NOT IN ('SERVICE_AGENCY', 'ENTERPRISE') OR {t}.service_agency_id = {id}",
    words: {
      zh: "本机构自身，以及服务机构和投保单位以外的组织",
      en: "itself, and all organisations but service agencies and enterprises",
    },
  },
  enterprise: {
    where: "{t}.type <> 'ENTERPRISE' OR {t}.enterprise_id = {id}",
    words: {
      zh: "本单位自身，以及投保单位以外的组织",
      en: "itself, and all organisations but enterprises",
    },
  },
};
