import { registerEnumType } from "type-graphql";

/** What a piece of evidence of a service is. */
export enum EvidenceKind {
  PHOTO = "PHOTO",
  VIDEO = "VIDEO",
  SIGN_IN_SHEET = "SIGN_IN_SHEET",
  REPORT = "REPORT",
  MATERIAL = "MATERIAL",
  OTHER = "OTHER",
}

registerEnumType(EvidenceKind, {
  name: "EvidenceKind",
  description: "佐证材料类型 What the evidence is.",
  valuesConfig: {
    PHOTO: { description: "照片" },
    VIDEO: { description: "视频" },
    SIGN_IN_SHEET: { description: "签到表" },
    REPORT: { description: "服务报告" },
    MATERIAL: { description: "培训或宣传资料" },
    OTHER: { description: "其他" },
  },
});
