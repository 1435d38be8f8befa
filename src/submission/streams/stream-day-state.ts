import { registerEnumType } from "type-graphql";

/** What became of one day of a stream. */
export enum StreamDayState {
  RECEIVED = "RECEIVED",
  NIL = "NIL",
  MISSING = "MISSING",
  OPEN = "OPEN",
}

registerEnumType(StreamDayState, {
  name: "StreamDayState",
  description: "报送日状态 What became of one day of a stream.",
  valuesConfig: {
    RECEIVED: { description: "已报送" },
    NIL: { description: "已申明无数据" },
    MISSING: { description: "逾期未报送，亦未申明无数据" },
    OPEN: { description: "尚未到期" },
  },
});
