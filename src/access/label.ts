import type { OrganisationType } from "./organisation-type";

/** 政务数据共享条例: unconditional, conditional or not shared. */
type ShareClass = "无条件共享" | "有条件共享" | "不予共享";

interface LabelDefinition {
  /** 1 open to 4 sensitive personal data. Denials of level ≤ 3 are explained; level 4 does not exist. */
  level: 1 | 2 | 3 | 4;
  share: ShareClass;
  legalBasis: string;
  /** Who keeps this class of data: the organisation type that may grant it (see grants). */
  owner: OrganisationType;
  zh: string;
  en: string;
}

const sharing = "政务数据共享条例";
const safetyLaw = "安全生产法";
const privacyLaw = "个人信息保护法第34条";
const joint = "应急厅函〔2024〕322号第五条";

/**
 * What kinds of data the graph holds. A label says what a field is, never who may see it:
 * that is the matrix (matrix.ts).
 */
export const labels = {
  public: {
    level: 1,
    share: "无条件共享",
    legalBasis: sharing,
    owner: "EMERGENCY",
    zh: "公开信息",
    en: "Dictionaries, regions, published rewards and penalties, counts",
  },
  enterprise: {
    level: 2,
    share: "有条件共享",
    legalBasis: joint,
    owner: "EMERGENCY",
    zh: "投保单位基本信息",
    en: "Identity, licence, sector, headcount, risk grade of an enterprise",
  },
  enterpriseContact: {
    level: 3,
    share: "有条件共享",
    legalBasis: privacyLaw,
    owner: "EMERGENCY",
    zh: "投保单位联系方式",
    en: "Phones and e-mail of natural persons",
  },
  policy: {
    level: 2,
    share: "有条件共享",
    legalBasis: joint,
    owner: "FINANCIAL",
    zh: "承保信息",
    en: "Policy number, period, status, limits, insured count, promised services",
  },
  price: {
    level: 3,
    share: "有条件共享",
    legalBasis: "反不正当竞争法第9条",
    owner: "FINANCIAL",
    zh: "价格信息",
    en: "Premium, rate, factors, commission, co-insurance shares",
  },
  claim: {
    level: 3,
    share: "有条件共享",
    legalBasis: joint,
    owner: "FINANCIAL",
    zh: "理赔信息",
    en: "Claim number, times, accident, casualty counts, cause, status",
  },
  claimMoney: {
    level: 3,
    share: "有条件共享",
    legalBasis: joint,
    owner: "FINANCIAL",
    zh: "理赔金额",
    en: "Reserves, assessed and paid amounts",
  },
  claimant: {
    level: 4,
    share: "不予共享",
    legalBasis: privacyLaw,
    owner: "FINANCIAL",
    zh: "受害人及索赔人",
    en: "Names, ids and relations of victims and claimants",
  },
  claimSensitive: {
    level: 4,
    share: "不予共享",
    legalBasis: "个人信息保护法第28条",
    owner: "FINANCIAL",
    zh: "理赔敏感信息",
    en: "Medical documents, disability, bank account",
  },
  service: {
    level: 2,
    share: "有条件共享",
    legalBasis: "AQ 9010-2019",
    owner: "EMERGENCY",
    zh: "事故预防服务",
    en: "Plan, record, item, agency, satisfaction, archive index",
  },
  serviceEvidence: {
    level: 3,
    share: "有条件共享",
    legalBasis: "AQ 9010-2019",
    owner: "EMERGENCY",
    zh: "服务佐证材料",
    en: "Photos, positions, sign-in sheets, reports",
  },
  hazard: {
    level: 3,
    share: "有条件共享",
    legalBasis: "应急厅函〔2024〕322号第二条",
    owner: "EMERGENCY",
    zh: "事故隐患",
    en: "Level, criterion, state and deadline of a hazard",
  },
  hazardDetail: {
    level: 3,
    share: "有条件共享",
    legalBasis: "应急厅函〔2024〕322号第二条",
    owner: "EMERGENCY",
    zh: "事故隐患详情",
    en: "Place in detail, description and photos of a hazard",
  },
  fee: {
    level: 3,
    share: "有条件共享",
    legalBasis: "应急厅函〔2024〕322号第四条",
    owner: "FINANCIAL",
    zh: "事故预防服务费用",
    en: "Ledger totals, ratios and their bases",
  },
  feeDetail: {
    level: 3,
    share: "有条件共享",
    legalBasis: "应急厅函〔2024〕322号第四条",
    owner: "FINANCIAL",
    zh: "费用凭证",
    en: "Vouchers, payee, invoice number",
  },
  expert: {
    level: 3,
    share: "有条件共享",
    legalBasis: privacyLaw,
    owner: "EMERGENCY",
    zh: "专家信息",
    en: "Name, title and certificate of an expert",
  },
  supervision: {
    level: 3,
    share: "有条件共享",
    legalBasis: `${safetyLaw}第62条`,
    owner: "EMERGENCY",
    zh: "监督检查",
    en: "Findings, complaints, interviews, actions, evaluations",
  },
  solvency: {
    level: 2,
    share: "有条件共享",
    legalBasis: "保险法第133条",
    owner: "FINANCIAL",
    zh: "偿付能力",
    en: "Solvency and insurer penalties, filings",
  },
  audit: {
    level: 3,
    share: "有条件共享",
    legalBasis: "数据安全法第38条",
    owner: "EMERGENCY",
    zh: "访问日志",
    en: "Access log",
  },
  quality: {
    level: 2,
    share: "有条件共享",
    legalBasis: "皖应急安责险通知第四条",
    owner: "EMERGENCY",
    zh: "报送质量",
    en: "Submission state, validation results, scores",
  },
} as const satisfies Record<string, LabelDefinition>;

export type Label = keyof typeof labels;
