import type { Question } from "./question";

/** The services assigned to it; never a premium. */
export const serviceAgencyQuestions: readonly Question[] = [
  {
    name: "AssignedPlans",
    zh: "交由本机构实施的服务方案",
    en: "Service plans assigned to the agency",
    query: `query AssignedPlans {
  servicePlans(first: 20, orderBy: [{ field: PERIOD_TO }]) {
    totalCount
    nodes {
      periodFrom periodTo items frequency goals
      enterprise { name address safetyManagerName safetyManagerPhone }
      records(first: 5) { totalCount nodes { item startedAt status } }
    }
  }
}`,
  },
  {
    name: "AwaitingConfirmation",
    zh: "待投保单位确认的服务",
    en: "Services waiting to be confirmed",
    query: `query AwaitingConfirmation {
  serviceRecords(
    first: 20
    where: { status: { in: [DONE, RETURN_VISITED] }, enterpriseConfirmedAt: { isNull: true } }
    orderBy: [{ field: STARTED_AT }]
  ) {
    totalCount
    nodes {
      item mode startedAt status place
      enterprise { name }
      evidence(first: 3) { nodes { kind capturedAt } }
    }
  }
}`,
  },
  {
    name: "HazardsFound",
    zh: "本机构发现且未销号的隐患",
    en: "Hazards the agency found that are not closed",
    query: `query HazardsFound {
  hazards(
    first: 20
    where: { status: { notIn: [CLOSED] } }
    orderBy: [{ field: DEADLINE }]
  ) {
    totalCount
    nodes {
      level criterionCode description deadline status overdue
      enterprise { name }
      events(first: 5) { nodes { kind at method } }
    }
  }
}`,
  },
  {
    name: "QualificationsAndExperts",
    zh: "本机构资质与专家",
    en: "Qualifications and experts",
    query: `query QualificationsAndExperts {
  serviceAgencies(first: 5) {
    nodes {
      name
      qualifications(first: 20) { nodes { item sector validFrom validTo } }
      experts(first: 20) { nodes { name title specialities certificates } }
    }
  }
}`,
  },
  {
    name: "ServicesByMonth",
    zh: "各月服务次数",
    en: "Services by month",
    query: `query ServicesByMonth {
  serviceRecordsAggregate(groupBy: [{ field: STARTED_AT, by: MONTH }]) {
    scope { zh en }
    groups { keys { value } count { value } sum { hazardsFound { value } } }
  }
}`,
  },
];
