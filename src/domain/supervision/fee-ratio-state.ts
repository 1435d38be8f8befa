import { registerEnumType } from "type-graphql";

/** How extraction and use of the prevention fee stand against floor and cap. */
export enum FeeRatioState {
  OK = "OK",
  UNDER_FLOOR = "UNDER_FLOOR",
  OVER_CAP = "OVER_CAP",
  UNDER_FLOOR_AND_OVER_CAP = "UNDER_FLOOR_AND_OVER_CAP",
  BAND_EMPTY = "BAND_EMPTY",
}

registerEnumType(FeeRatioState, {
  name: "FeeRatioState",
  description: "费用提取使用状态 How extraction and use stand against floor and cap.",
  valuesConfig: {
    OK: { description: "符合 Within floor and cap." },
    UNDER_FLOOR: { description: "提取不足 Extracted less than the floor." },
    OVER_CAP: { description: "投入超限 Spent more than the cap." },
    UNDER_FLOOR_AND_OVER_CAP: { description: "提取不足且投入超限 Both." },
    BAND_EMPTY: {
      description:
        "上下限无交集 So little premium was received that no amount satisfies both; replaces the others.",
    },
  },
});
