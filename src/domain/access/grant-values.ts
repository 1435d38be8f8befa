import { registerEnumType } from "type-graphql";
import { grantRowKinds } from "../../access/grant";
import { labels, type Label } from "../../access/label";

/** A closed list as GraphQL wants it: an object, published as an enum. */
function asEnum<T extends string>(values: readonly T[]): { [V in T]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };
}

/** What a grant does to a right. */
export const grantEffectValues = asEnum(["WIDEN", "NARROW"] as const);

/** Rights a grant can give or leave; `NOTHING` is the `-` of the matrix. */
export const grantedRightValues = asEnum(["R", "W", "RW", "M", "A", "NOTHING"] as const);

/** Which rows a grant is about. */
export const grantRowsValues = asEnum(grantRowKinds);

/** How far a grant is. */
export const grantStateValues = asEnum([
  "REQUESTED",
  "OWNER_APPROVED",
  "RECEIVER_ACCEPTED",
  "SCHEDULED",
  "IN_FORCE",
  "EXPIRED",
  "REVOKED",
] as const);

/** The kinds of data, as an enum. */
export const labelValues = asEnum(Object.keys(labels) as Label[]);

registerEnumType(grantEffectValues, {
  name: "GrantEffect",
  description: "授权方向 Whether a grant widens or narrows.",
  valuesConfig: { WIDEN: { description: "扩大" }, NARROW: { description: "收窄" } },
});
registerEnumType(grantedRightValues, {
  name: "GrantedRight",
  description: "授予的权限 The right a grant gives or leaves.",
  valuesConfig: {
    R: { description: "读取 read" },
    W: { description: "报送 write" },
    RW: { description: "读取及报送 read and write" },
    M: { description: "脱敏读取 read masked" },
    A: { description: "仅汇总 aggregate only" },
    NOTHING: { description: "无 nothing" },
  },
});
registerEnumType(grantRowsValues, {
  name: "GrantRows",
  description: "授权行范围 Which rows a grant is about.",
  valuesConfig: {
    OWN: { description: "本组织全部可见行 all rows it reaches" },
    REGION: { description: "地区 a region" },
    SECTOR: { description: "行业 a sector" },
    ENTERPRISE: { description: "单个投保单位 one enterprise" },
    CLAIM: { description: "单个理赔案件 one claim" },
  },
});
registerEnumType(grantStateValues, {
  name: "GrantState",
  description: "授权状态 How far a grant is.",
});
registerEnumType(labelValues, {
  name: "DataLabel",
  description: "数据标签 Kind of data; who may see it stands in the access matrix.",
});
