import { registerEnumType } from "type-graphql";

/** How far a rule has come. Only ACTIVE ones are held against anybody; SHADOW ones only count. */
export enum RuleLifecycle {
  DRAFT = "DRAFT",
  SHADOW = "SHADOW",
  ACTIVE = "ACTIVE",
  RETIRED = "RETIRED",
}

registerEnumType(RuleLifecycle, {
  name: "RuleLifecycle",
  description: "规则状态 How far a rule has come.",
  valuesConfig: {
    DRAFT: { description: "草案，不执行" },
    SHADOW: { description: "试运行，只统计，不公布" },
    ACTIVE: { description: "执行" },
    RETIRED: { description: "停用" },
  },
});
