import type { Question } from "./question";

/** Its own policies, services, hazards and claims, and who looked at its data. */
export const enterpriseQuestions: readonly Question[] = [
  {
    name: "OurPolicies",
    zh: "本单位保单与保费",
    en: "Our policies and premium",
    query: `query OurPolicies {
  policies(first: 20, orderBy: [{ field: START_DATE, direction: DESC }]) {
    totalCount
    nodes {
      policyNo status startDate endDate insuredCount
      sumInsuredPerPersonFen limitPerAccidentFen limitAggregateFen writtenPremiumFen
      insurer { name }
    }
  }
}`,
  },
  {
    name: "OurServices",
    zh: "本单位获得的事故预防服务",
    en: "Prevention services we got",
    query: `query OurServices {
  serviceRecords(first: 20, orderBy: [{ field: STARTED_AT, direction: DESC }]) {
    totalCount
    nodes {
      item mode startedAt status hazardsFound
      agency { name }
      experts(first: 3) { nodes { expert { name title } } }
      insurerConfirmedAt enterpriseConfirmedAt
    }
  }
}`,
  },
  {
    name: "OurHazards",
    zh: "本单位事故隐患与整改期限",
    en: "Our hazards and their deadlines",
    query: `query OurHazards {
  hazards(first: 20, orderBy: [{ field: DEADLINE }]) {
    totalCount
    nodes {
      level criterionCode description place deadline status responsiblePerson
      events(first: 10) { nodes { kind at } }
    }
  }
}`,
  },
  {
    name: "OurClaims",
    zh: "本单位理赔进度",
    en: "Our claims and where they are",
    query: `query OurClaims {
  claims(first: 20, orderBy: [{ field: ACCIDENT_AT, direction: DESC }]) {
    totalCount
    nodes {
      claimNo accidentAt status reportedAt assessedAt agreedAt closedAt
      payments(first: 10) { nodes { paidAt head kind amountFen } }
    }
  }
}`,
  },
  {
    name: "WhoReadOurData",
    zh: "谁查询过本单位的数据",
    en: "Who read our data",
    query: `query WhoReadOurData {
  whoReadMyData(first: 20) {
    totalCount
    nodes { at organisationName organisationType purpose fields labels }
  }
}`,
  },
];
