import type { Caller } from "./caller";
import { jurisdictionWords } from "./caller-rows-words";
import { grantRowsWords } from "./grant-rows-words";
import type { RowLimit } from "./rights";
import type { Reach, RowScope } from "./row-scope";
import type { Words } from "./words";

const allRows: Words = { zh: "全部记录", en: "All rows" };
const noRows: Words = { zh: "无任何记录", en: "No rows" };

/**
 * Which rows of a table a caller reaches, in words: those of {@link scopeFor}, limited alike. Says
 * only what the table's class, the caller's registration and its grants say, so it is the same
 * whatever the data.
 */
export function rowScopeWords(
  scope: RowScope,
  caller: Caller,
  limit: RowLimit | null = null,
): Words {
  const own = ownWords(scope, caller);
  if (!limit) return own;
  const also = limit.also.map((rows) => grantRowsWords(scope, caller, rows));
  const parts = limit.own ? [own, ...also] : also;
  const some = parts.length ? joined(parts, "；以及", "; and ") : noRows;
  const except = limit.except.map((rows) => grantRowsWords(scope, caller, rows));
  if (except.length === 0) return some;
  const taken = joined(except, "；", "; ");
  return { zh: `${some.zh}；不含：${taken.zh}`, en: `${some.en}; except: ${taken.en}` };
}

function ownWords(scope: RowScope, caller: Caller): Words {
  const reached = reachedWords(scope, caller);
  if (!scope.organisation || reached === allRows) return reached;
  const { words } = scope.organisation;
  if (reached === noRows) return words;
  return joined([reached, words], "；以及", "; and ");
}

function reachedWords(scope: RowScope, caller: Caller): Words {
  switch (caller.type) {
    case "INSURER":
      return partyWords(scope.insurer, caller.insurerId, {
        zh: "本保险机构自身的记录（不含其他保险机构）",
        en: "The insurer's own rows, no other insurer's",
      });
    case "SERVICE_AGENCY":
      return partyWords(scope.serviceAgency, caller.serviceAgencyId, {
        zh: "本机构承担的服务的记录",
        en: "Rows of services assigned to this agency",
      });
    case "ENTERPRISE":
      return partyWords(scope.enterprise, caller.enterpriseId, {
        zh: "本单位自身的记录",
        en: "The enterprise's own rows",
      });
    default:
      return authorityWords(scope.authority, caller);
  }
}

function partyWords(to: Reach, id: string | null, own: Words): Words {
  if (to === "everyone") return allRows;
  if (to === "nobody" || id === null) return noRows;
  return "column" in to ? own : to.words;
}

function authorityWords(to: RowScope["authority"], caller: Caller): Words {
  if (to === "everyone") return allRows;
  const { regionPrefix, sectors, type } = caller;
  if (to === "nobody" || to.except?.includes(type) || !/^\d{2,9}$/.test(regionPrefix))
    return noRows;
  const limited = to.sector === null || sectors === "ALL" ? null : sectors;
  if (to.region !== null) return jurisdictionWords({ regionPrefix, sectors: limited ?? "ALL" });
  if (!limited) return allRows;
  return { zh: `行业领域 ${limited.join("、")}`, en: `Sectors ${limited.join(", ")}` };
}

function joined(parts: readonly Words[], zh: string, en: string): Words {
  return {
    zh: parts.map((part) => part.zh).join(zh),
    en: parts.map((part) => part.en).join(en),
  };
}
