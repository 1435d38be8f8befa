import { registerEnumType } from "type-graphql";

/**
 * What became of one record; accepted + unchanged + pending + rejected +
 * held = sent, always.
 */
export enum RecordStatus {
  ACCEPTED = "ACCEPTED",
  UNCHANGED = "UNCHANGED",
  PENDING = "PENDING",
  REJECTED = "REJECTED",
  HELD = "HELD",
}

registerEnumType(RecordStatus, {
  name: "RecordStatus",
  description: "受理结果 What became of the record.",
  valuesConfig: {
    ACCEPTED: { description: "已受理" },
    UNCHANGED: { description: "与现有记录相同" },
    PENDING: { description: "等待所引用的记录" },
    REJECTED: { description: "已退回" },
    HELD: { description: "随整批暂缓，待人工放行" },
  },
});
