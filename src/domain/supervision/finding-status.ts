import { registerEnumType } from "type-graphql";

/** How far the handling of a finding has come; whether the data still break it is `clearedAt`. */
export enum FindingStatus {
  OPEN = "OPEN",
  EXPLAINED = "EXPLAINED",
  DISMISSED = "DISMISSED",
  CONFIRMED = "CONFIRMED",
  ACTION = "ACTION",
  CLOSED = "CLOSED",
}

registerEnumType(FindingStatus, {
  name: "FindingStatus",
  description: "发现处理状态 How far the handling of a finding has come.",
  valuesConfig: {
    OPEN: { description: "待说明" },
    EXPLAINED: { description: "已说明" },
    DISMISSED: { description: "已排除" },
    CONFIRMED: { description: "已确认" },
    ACTION: { description: "已采取措施" },
    CLOSED: { description: "已了结" },
  },
});
