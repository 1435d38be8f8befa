import type { Caller } from "./caller";
import type { Words } from "./words";

/** Whose rows an organisation reaches at all, in words: what figures are computed over. */
export function callerRowsWords(caller: Caller): Words {
  switch (caller.type) {
    case "INSURER":
      return {
        zh: "本保险机构自身的业务和可见的应保单位名册（不含其他保险机构的业务）",
        en: "The insurer's own business and the roster it sees, no other insurer's business",
      };
    case "SERVICE_AGENCY":
      return { zh: "本机构承担的服务", en: "The services assigned to this agency" };
    case "ENTERPRISE":
      return { zh: "本单位自身的记录", en: "The enterprise's own rows" };
    default:
      return jurisdictionWords(caller);
  }
}

/** An authority's jurisdiction: its region and the sectors it supervises there. */
export function jurisdictionWords({
  regionPrefix,
  sectors,
}: Pick<Caller, "regionPrefix" | "sectors">): Words {
  const all = sectors === "ALL";
  return {
    zh: `辖区 ${regionPrefix}，${all ? "全部行业领域" : `行业领域 ${sectors.join("、")}`}`,
    en: `Region ${regionPrefix}, ${all ? "all sectors" : `sectors ${sectors.join(", ")}`}`,
  };
}
