import { registerEnumType } from "type-graphql";

/** Where a claim stands on its way from report to closing. */
export enum ClaimStatus {
  REPORTED = "REPORTED",
  REGISTERED = "REGISTERED",
  NOT_ACCEPTED = "NOT_ACCEPTED",
  SURVEYED = "SURVEYED",
  ASSESSED = "ASSESSED",
  AGREED = "AGREED",
  ADVANCE_PAID = "ADVANCE_PAID",
  PAID = "PAID",
  CLOSED = "CLOSED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
  REOPENED = "REOPENED",
}

registerEnumType(ClaimStatus, {
  name: "ClaimStatus",
  description: "案件状态 Status of a claim.",
  valuesConfig: {
    REPORTED: { description: "已报案" },
    REGISTERED: { description: "已立案" },
    NOT_ACCEPTED: { description: "不予受理" },
    SURVEYED: { description: "已查勘" },
    ASSESSED: { description: "已核定" },
    AGREED: { description: "已达成赔付协议" },
    ADVANCE_PAID: { description: "已预付" },
    PAID: { description: "已赔付" },
    CLOSED: { description: "已结案" },
    REFUSED: { description: "拒赔" },
    WITHDRAWN: { description: "已撤案" },
    REOPENED: { description: "重新立案" },
  },
});
