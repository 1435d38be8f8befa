import { registerEnumType } from "type-graphql";

/** How badly a person was hurt, in the classes the accident grade counts. */
export enum Injury {
  MINOR = "MINOR",
  SERIOUS = "SERIOUS",
  DEATH = "DEATH",
}

registerEnumType(Injury, {
  name: "Injury",
  description: "伤害程度 Degree of an injury.",
  valuesConfig: {
    MINOR: { description: "轻伤" },
    SERIOUS: { description: "重伤" },
    DEATH: { description: "死亡" },
  },
});
