import type { OrganisationType } from "../../../access/organisation-type";
import { associationQuestions } from "./association-questions";
import { auditorQuestions } from "./auditor-questions";
import { emergencyQuestions } from "./emergency-questions";
import { enterpriseQuestions } from "./enterprise-questions";
import { financialQuestions } from "./financial-questions";
import { insurerQuestions } from "./insurer-questions";
import { localFinanceQuestions } from "./local-finance-questions";
import type { Question } from "./question";
import { sectorRegulatorQuestions } from "./sector-regulator-questions";
import { serviceAgencyQuestions } from "./service-agency-questions";

/** What the explorer says to one kind of organisation. */
interface TypeQuestions {
  readonly zh: string;
  readonly en: string;
  readonly questions: readonly Question[];
}

/** The ready-made questions of every organisation type; a type without any does not compile. */
export const questionLibrary: Readonly<Record<OrganisationType, TypeQuestions>> = {
  EMERGENCY: {
    zh: "应急管理部门",
    en: "Emergency management",
    questions: emergencyQuestions,
  },
  SECTOR_REGULATOR: {
    zh: "行业主管部门",
    en: "Sector regulator",
    questions: sectorRegulatorQuestions,
  },
  FINANCIAL: {
    zh: "金融监管总局派出机构",
    en: "Financial regulator",
    questions: financialQuestions,
  },
  LOCAL_FINANCE: {
    zh: "地方金融管理局",
    en: "Local finance bureau",
    questions: localFinanceQuestions,
  },
  INSURER: { zh: "保险机构", en: "Insurer", questions: insurerQuestions },
  SERVICE_AGENCY: {
    zh: "安全生产技术服务机构",
    en: "Service agency",
    questions: serviceAgencyQuestions,
  },
  ENTERPRISE: { zh: "投保单位", en: "Insured enterprise", questions: enterpriseQuestions },
  ASSOCIATION: { zh: "保险行业协会", en: "Association", questions: associationQuestions },
  AUDITOR: { zh: "审计、纪检", en: "Auditor", questions: auditorQuestions },
};
