import { registerEnumType } from "type-graphql";

/** The high-risk sectors: the four of the Anhui notice, and those the 2025 measures add. */
export enum Sector {
  NON_COAL_MINE = "NON_COAL_MINE",
  HAZARDOUS_CHEMICALS = "HAZARDOUS_CHEMICALS",
  METAL_SMELTING = "METAL_SMELTING",
  FIREWORKS = "FIREWORKS",
  COAL_MINE = "COAL_MINE",
  CONSTRUCTION = "CONSTRUCTION",
  TRANSPORT = "TRANSPORT",
  CIVIL_EXPLOSIVES = "CIVIL_EXPLOSIVES",
  FISHERY = "FISHERY",
}

registerEnumType(Sector, {
  name: "Sector",
  description: "行业领域 High-risk sector.",
  valuesConfig: {
    NON_COAL_MINE: { description: "非煤矿山" },
    HAZARDOUS_CHEMICALS: { description: "危险化学品" },
    METAL_SMELTING: { description: "金属冶炼" },
    FIREWORKS: { description: "烟花爆竹" },
    COAL_MINE: { description: "煤矿" },
    CONSTRUCTION: { description: "建筑施工" },
    TRANSPORT: { description: "交通运输" },
    CIVIL_EXPLOSIVES: { description: "民用爆炸物品" },
    FISHERY: { description: "渔业生产" },
  },
});
