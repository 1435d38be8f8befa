import { registerEnumType } from "type-graphql";

/** What an organisation can have asked. (What the log says of itself belongs to none.) */
export const logKindValues = {
  QUERY: "QUERY",
  MUTATION: "MUTATION",
  SUBSCRIPTION: "SUBSCRIPTION",
  NONE: "NONE",
} as const;

/** What became of it. */
export const logOutcomeValues = {
  ALLOWED: "ALLOWED",
  DENIED: "DENIED",
  FAILED: "FAILED",
} as const;

registerEnumType(logKindValues, {
  name: "LoggedKind",
  description: "操作类型 Kind of a logged operation.",
  valuesConfig: {
    QUERY: { description: "查询 query" },
    MUTATION: { description: "变更 mutation" },
    SUBSCRIPTION: { description: "订阅 subscription" },
    NONE: { description: "无法识别 not an operation that could be read" },
  },
});
registerEnumType(logOutcomeValues, {
  name: "LoggedOutcome",
  description: "操作结果 What became of a logged operation.",
  valuesConfig: {
    ALLOWED: { description: "已提供 answered" },
    DENIED: { description: "已拒绝 denied" },
    FAILED: { description: "未完成 failed" },
  },
});
