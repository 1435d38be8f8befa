import { connectionOf } from "../../graph/connection";
import type { DomainModule } from "../../graph/domain-module";
import { hasMany } from "../../graph/fields/relation";
import { rootList, rootOne } from "../../graph/fields/root";
import { Enterprise } from "../registry/enterprise.entity";
import { Policy } from "./policy.entity";

const policies = connectionOf(Policy);

/** Policies, co-insurance, premium receipts, endorsements. */
export const underwriting: DomainModule = {
  name: "underwriting",
  entities: [Policy],
  resolvers: [
    rootList("policies", policies, "保单列表 Policies."),
    rootOne("policy", Policy, [], "保单 One policy."),
    hasMany({
      on: Enterprise,
      field: "policies",
      list: policies,
      by: "enterpriseId",
      label: "policy",
      description: "该单位的保单 Policies of this enterprise.",
    }),
  ],
};
