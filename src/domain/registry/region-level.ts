import { registerEnumType } from "type-graphql";

/** How high a region stands; its code has 2, 4, 6 or 9 digits (GB/T 2260). */
export enum RegionLevel {
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  COUNTY = "COUNTY",
  TOWNSHIP = "TOWNSHIP",
}

registerEnumType(RegionLevel, {
  name: "RegionLevel",
  description: "行政区划级别 Level of a region.",
  valuesConfig: {
    PROVINCE: { description: "省级" },
    CITY: { description: "市级" },
    COUNTY: { description: "县级" },
    TOWNSHIP: { description: "乡级" },
  },
});
