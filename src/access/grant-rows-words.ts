import type { Caller } from "./caller";
import { jurisdictionWords } from "./caller-rows-words";
import type { GrantRows } from "./grant";
import type { Reach, RowScope } from "./row-scope";
import { isParty } from "./scope-predicate";
import type { Words } from "./words";

const none: Words = {
  zh: "授权所指记录（本类数据中无此类记录）",
  en: "rows of the grant, of which there are none of this kind",
};

/** The rows of a table that a grant is about, in words: those of {@link grantRowsSql}. */
export function grantRowsWords(scope: RowScope, caller: Caller, rows: GrantRows): Words {
  const words = granted(scope, caller, rows);
  if (words === none) return none;
  const bounded = rows.within ? within(scope.authority, words, rows.within) : words;
  if (!isParty(caller)) return bounded;
  return { zh: `自身记录中${bounded.zh}`, en: `of its own rows, ${bounded.en}` };
}

/** Rows within the jurisdiction of the owner who gave them, as far as the table is divided so. */
function within(
  to: RowScope["authority"],
  words: Words,
  { region, sectors }: NonNullable<GrantRows["within"]>,
): Words {
  if (typeof to === "string" || !to.region) return words;
  const bound = jurisdictionWords({ regionPrefix: region, sectors: to.sector ? sectors : "ALL" });
  return { zh: `${words.zh}（限${bound.zh}）`, en: `${words.en} (within: ${bound.en})` };
}

function granted(scope: RowScope, caller: Caller, rows: GrantRows): Words {
  const { kind, value } = rows;
  switch (kind) {
    case "OWN":
      return { zh: "全部可见记录", en: "all rows it reaches" };
    case "REGION":
    case "SECTOR":
      return jurisdiction(scope.authority, caller, rows);
    case "ENTERPRISE":
      return reached(scope.enterprise, {
        zh: `投保单位 ${value} 的记录`,
        en: `rows of enterprise ${value}`,
      });
    case "CLAIM":
      return scope.claim ? ofClaim(scope.claim, value) : claimed(scope.enterprise, value);
  }
}

function jurisdiction(
  to: RowScope["authority"],
  caller: Caller,
  { kind, value }: GrantRows,
): Words {
  if (to === "everyone") return everyRow;
  if (to === "nobody" || to.except?.includes(caller.type)) return none;
  if (kind === "REGION")
    return to.region ? { zh: `辖区 ${value} 的记录`, en: `rows of region ${value}` } : none;
  return to.sector ? { zh: `行业领域 ${value} 的记录`, en: `rows of sector ${value}` } : none;
}

const everyRow: Words = { zh: "全部记录", en: "all rows" };

function reached(to: Reach, words: Words): Words {
  if (to === "everyone") return everyRow;
  if (to === "nobody") return none;
  return words;
}

function ofClaim(to: Reach, claim: string): Words {
  if (typeof to !== "string" && "words" in to)
    return { zh: `理赔案件 ${claim}：${to.words.zh}`, en: `claim ${claim}: ${to.words.en}` };
  return reached(to, { zh: `理赔案件 ${claim} 的记录`, en: `rows of claim ${claim}` });
}

/** Rows without a claim of their own: those of the enterprise the claim is about. */
function claimed(to: Reach, claim: string): Words {
  if (to === "everyone") return everyRow;
  if (to === "nobody" || !("column" in to)) return none;
  return {
    zh: `理赔案件 ${claim} 所涉投保单位的记录`,
    en: `rows of the enterprise that claim ${claim} is about`,
  };
}
