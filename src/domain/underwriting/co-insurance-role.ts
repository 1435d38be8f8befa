import { registerEnumType } from "type-graphql";

/** What an insurer does in a co-insurance; each has one leader. */
export enum CoInsuranceRole {
  LEAD = "LEAD",
  FOLLOW = "FOLLOW",
}

registerEnumType(CoInsuranceRole, {
  name: "CoInsuranceRole",
  description: "共保角色 Role in a co-insurance.",
  valuesConfig: {
    LEAD: { description: "主承保方（首席）" },
    FOLLOW: { description: "从共保方" },
  },
});
