import { registerEnumType } from "type-graphql";

/** How somebody was reached: for a return visit, or to notify of a hazard. */
export enum ContactMethod {
  ONSITE = "ONSITE",
  WRITTEN = "WRITTEN",
  PHONE = "PHONE",
  MESSAGE = "MESSAGE",
  ONLINE = "ONLINE",
}

registerEnumType(ContactMethod, {
  name: "ContactMethod",
  description: "联系方式 How somebody was reached.",
  valuesConfig: {
    ONSITE: { description: "当面" },
    WRITTEN: { description: "书面" },
    PHONE: { description: "电话" },
    MESSAGE: { description: "短信或即时消息" },
    ONLINE: { description: "线上平台" },
  },
});
