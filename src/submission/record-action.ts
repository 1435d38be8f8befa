import { registerEnumType } from "type-graphql";

/** What a record says about what the hub already has. */
export enum RecordAction {
  NEW = "NEW",
  AMEND = "AMEND",
  CORRECT = "CORRECT",
  VOID = "VOID",
  REINSTATE = "REINSTATE",
}

registerEnumType(RecordAction, {
  name: "RecordAction",
  description: "报送动作 What is said about the record.",
  valuesConfig: {
    NEW: { description: "新增" },
    AMEND: { description: "变更：事实自 effectiveFrom 起改变" },
    CORRECT: { description: "更正：此前报送有误" },
    VOID: { description: "作废：本不应报送" },
    REINSTATE: { description: "恢复：作废有误" },
  },
});
