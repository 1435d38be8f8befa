import type { Question } from "./question";

/** Figures only, over everybody and with disclosure control: no rows, no filters, no groups. */
export const associationQuestions: readonly Question[] = [
  {
    name: "MarketTotals",
    zh: "保单、参保人数与保费（总量）",
    en: "Policies, insured persons and premium in total",
    query: `query MarketTotals {
  policiesAggregate {
    scope { zh en }
    asOf
    total {
      count { value state reason { zh en } }
      sum {
        insuredCount { value state }
        writtenPremiumFen { value state reason { zh en } }
      }
      avg { ratePermille { value state } sumInsuredPerPersonFen { value state } }
    }
  }
}`,
  },
  {
    name: "ClaimTotals",
    zh: "案件、伤亡与赔款（总量）",
    en: "Claims, casualties and payments in total",
    query: `query ClaimTotals {
  claimsAggregate {
    scope { zh en }
    total {
      count { value state reason { zh en } }
      sum { deaths { value state } seriousInjuries { value state } minorInjuries { value state } }
    }
  }
  claimPaymentsAggregate {
    total { count { value state } sum { amountFen { value state reason { zh en } } } }
  }
}`,
  },
  {
    name: "ServiceTotals",
    zh: "事故预防服务次数、满意度与发现的隐患（总量）",
    en: "Services, satisfaction and hazards found in total",
    query: `query ServiceTotals {
  serviceRecordsAggregate {
    scope { zh en }
    total {
      count { value state }
      sum { hazardsFound { value state } attendees { value state } }
      avg { returnVisitSatisfaction { value state } }
    }
  }
  hazardsAggregate {
    total { count { value state reason { zh en } } }
  }
}`,
  },
  {
    name: "Parameters",
    zh: "各地监管参数及依据",
    en: "Regulatory parameters and their legal basis",
    query: `query Parameters {
  regionParameters(first: 50, orderBy: [{ field: KEY }]) {
    totalCount
    nodes { key regionPrefix value unit effectiveFrom effectiveTo legalBasis }
  }
}`,
  },
];
