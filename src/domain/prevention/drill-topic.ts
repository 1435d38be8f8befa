import { registerEnumType } from "type-graphql";

/** What an emergency drill has to practise (应急厅函〔2024〕322号三). */
export enum DrillTopic {
  EXITS = "EXITS",
  EVACUATION = "EVACUATION",
  RESPONSE = "RESPONSE",
}

registerEnumType(DrillTopic, {
  name: "DrillTopic",
  description: "演练内容 What an emergency drill practised.",
  valuesConfig: {
    EXITS: { description: "安全出口" },
    EVACUATION: { description: "疏散" },
    RESPONSE: { description: "应急处置" },
  },
});
