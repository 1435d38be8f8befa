import type { Caller } from "../../access/caller";
import type { Bilingual } from "./bilingual";
import type { Plain } from "./plain";

/**
 * Over whose rows a figure was computed, in words. Says only what the caller knows of itself and
 * what it asked for, so it is the same whatever the data.
 */
export function scopeWords(caller: Caller, regionPrefix: string | null): Plain<Bilingual> {
  const whose = whoseRows(caller);
  const own = isAuthority(caller) && regionPrefix === caller.regionPrefix;
  if (regionPrefix === null || own) return whose;
  return {
    zh: `${whose.zh}，其中地区代码以 ${regionPrefix} 开头者`,
    en: `${whose.en}, of these the regions beginning with ${regionPrefix}`,
  };
}

function whoseRows({ type, regionPrefix, sectors }: Caller): Plain<Bilingual> {
  switch (type) {
    case "INSURER":
      return {
        zh: "本保险机构自身的业务和可见的应保单位名册（不含其他保险机构的业务）",
        en: "The insurer's own business and the roster it sees, no other insurer's business",
      };
    case "SERVICE_AGENCY":
      return { zh: "本机构承担的服务", en: "The services assigned to this agency" };
    case "ENTERPRISE":
      return { zh: "本单位自身的记录", en: "The enterprise's own rows" };
    default: {
      const all = sectors === "ALL";
      return {
        zh: `辖区 ${regionPrefix}，${all ? "全部行业领域" : `行业领域 ${sectors.join("、")}`}`,
        en: `Region ${regionPrefix}, ${all ? "all sectors" : `sectors ${sectors.join(", ")}`}`,
      };
    }
  }
}

/** Those whose rows are a jurisdiction, already named by its region. */
function isAuthority({ insurerId, serviceAgencyId, enterpriseId }: Caller): boolean {
  return insurerId === null && serviceAgencyId === null && enterpriseId === null;
}
