import { registerEnumType } from "type-graphql";

/** In what datum a position was taken; without it positions differ by hundreds of metres. */
export enum Datum {
  CGCS2000 = "CGCS2000",
  WGS84 = "WGS84",
  GCJ02 = "GCJ02",
  BD09 = "BD09",
}

registerEnumType(Datum, {
  name: "Datum",
  description: "坐标基准 Datum of a position.",
  valuesConfig: {
    CGCS2000: { description: "2000国家大地坐标系" },
    WGS84: { description: "WGS-84 坐标系" },
    GCJ02: { description: "GCJ-02 坐标系" },
    BD09: { description: "BD-09 坐标系" },
  },
});
