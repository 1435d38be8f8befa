import type { Caller } from "../../access/caller";
import { callerRowsWords } from "../../access/caller-rows-words";
import type { Bilingual } from "./bilingual";
import type { Plain } from "./plain";

/**
 * Over whose rows a figure was computed, in words. Says only what the caller knows of itself and
 * what it asked for, so it is the same whatever the data.
 */
export function scopeWords(caller: Caller, regionPrefix: string | null): Plain<Bilingual> {
  const whose = callerRowsWords(caller);
  const own = isAuthority(caller) && regionPrefix === caller.regionPrefix;
  if (regionPrefix === null || own) return whose;
  return {
    zh: `${whose.zh}，其中地区代码以 ${regionPrefix} 开头者`,
    en: `${whose.en}, of these the regions beginning with ${regionPrefix}`,
  };
}

/** Those whose rows are a jurisdiction, already named by its region. */
function isAuthority({ insurerId, serviceAgencyId, enterpriseId }: Caller): boolean {
  return insurerId === null && serviceAgencyId === null && enterpriseId === null;
}
