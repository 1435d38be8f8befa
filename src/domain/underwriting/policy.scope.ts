import type { RowScope } from "../../access/row-scope";
import { insuredScope } from "../registry/insured-row";

/** As usual; a service agency sees the policies it has a service plan or service for. */
export const policyScope: RowScope = {
  ...insuredScope,
  claim: {
    where: "{t}.id = (SELECT c.policy_id FROM claim c WHERE c.id = {id})",
    words: { zh: "该案件所属的保单", en: "the policy of that claim" },
  },
  serviceAgency: {
    where:
      "EXISTS (SELECT 1 FROM service_plan s WHERE s.policy_id = {t}.id AND s.voided = 0 " +
      "AND s.service_agency_id = {id}) OR EXISTS (SELECT 1 FROM service_record s " +
      "WHERE s.policy_id = {t}.id AND s.voided = 0 AND s.service_agency_id = {id})",
    words: {
      zh: "本机构承担其服务计划或服务的保单",
      en: "policies for which it has a service plan or service",
    },
  },
};
