import { registerEnumType } from "type-graphql";

/** What a broken rule means. Only the first four keep something from being recorded. */
export enum Severity {
  REFUSE = "REFUSE",
  HOLD = "HOLD",
  REJECT = "REJECT",
  WAIT = "WAIT",
  EXPLAIN = "EXPLAIN",
  WARN = "WARN",
  INFO = "INFO",
}

registerEnumType(Severity, {
  name: "Severity",
  description: "严重程度 What a broken rule means.",
  valuesConfig: {
    REFUSE: { description: "整批不受理" },
    HOLD: { description: "整批暂缓，待人工放行" },
    REJECT: { description: "该条退回" },
    WAIT: { description: "该条等待所引用的记录" },
    EXPLAIN: { description: "受理，须说明" },
    WARN: { description: "受理，计入评分" },
    INFO: { description: "提示" },
  },
});
