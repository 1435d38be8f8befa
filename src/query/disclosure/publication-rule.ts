import type { Words } from "../../access/words";

/** What stands behind a figure that a right to aggregates may be answered with (access.md 6). */
export const publicationRule = {
  enterprisesMin: 5,
  /** Where the field is a secret of insurers. */
  insurersMin: 3,
  /** The two largest contributors hold less than this share of the sum. */
  shareOfTwoPct: 85,
} as const;

/**
 * One reason for every kind of protection: which of them it was would tell of the values. It says
 * the rule, and what to do.
 */
export const protectedWords: Words = {
  zh:
    "不足5家单位（涉及保险机构商业秘密的不足3家保险机构），或最大两家占比达85%，" +
    "或与已提供的数值相减可推出此类数值；请使用更宽的范围、更少的分组维度，或申请授权",
  en:
    "Fewer than 5 enterprises (or 3 insurers, for what is their secret) contribute, or two of " +
    "them hold 85 % or more, or figures already given would tell such a figure by subtraction; " +
    "ask about more rows or in fewer groups, or ask for a grant",
};

/** Why nothing new is told when what was told can no longer be held against it. */
export const exhaustedWords: Words = {
  zh:
    "本机构对该字段已得到的统计数值过多，无法再核对新的数值是否可被相减推出；" +
    "请重复此前的查询、减少分组，或申请授权",
  en:
    "Too many figures of this field were given to your organisation to check a new one against " +
    "them; repeat an earlier question, ask for fewer groups, or ask for a grant",
};

/** Rows of one set, as columns; the rule is judged on some of them. */
export interface ContributionColumns {
  /** Who each row is about. Equal numbers for equal contributors. */
  readonly enterprise: Uint32Array;
  readonly insurer: Uint32Array;
  /** What each row contributes, in units of the field's last decimal. */
  readonly value: Float64Array;
  /** True when the field is a secret of insurers and the rows say whose they are. */
  readonly isInsurerSecret: boolean;
}

/** True when what these rows amount to may not be told. */
export function isProtected(of: ContributionColumns, rows: Iterable<number>): boolean {
  const enterprises = new Map<number, number>();
  const insurers = new Map<number, number>();
  for (const row of rows) {
    const value = of.value[row] ?? 0;
    // A zero adds nothing to the sum: whoever it is about hides nobody.
    if (value === 0) continue;
    gather(enterprises, of.enterprise[row] ?? 0, value);
    if (of.isInsurerSecret) gather(insurers, of.insurer[row] ?? 0, value);
  }
  if (enterprises.size < publicationRule.enterprisesMin || isDominated(enterprises)) return true;
  if (!of.isInsurerSecret) return false;
  return insurers.size < publicationRule.insurersMin || isDominated(insurers);
}

/** True when too few contribute, whatever their parts; done as soon as there are enough. */
export function hasTooFew(of: ContributionColumns, rows: Iterable<number>): boolean {
  const enterprises = new Set<number>();
  const insurers = new Set<number>();
  for (const row of rows) {
    if ((of.value[row] ?? 0) === 0) continue;
    enterprises.add(of.enterprise[row] ?? 0);
    insurers.add(of.insurer[row] ?? 0);
    const isEnough = !of.isInsurerSecret || insurers.size >= publicationRule.insurersMin;
    if (isEnough && enterprises.size >= publicationRule.enterprisesMin) return false;
  }
  return true;
}

function gather(into: Map<number, number>, contributor: number, value: number): void {
  into.set(contributor, (into.get(contributor) ?? 0) + value);
}

function isDominated(contributions: ReadonlyMap<number, number>): boolean {
  let [sum, first, second] = [0, 0, 0];
  for (const value of contributions.values()) {
    const size = Math.abs(value);
    sum += size;
    if (size > first) [first, second] = [size, first];
    else if (size > second) second = size;
  }
  return (first + second) * 100 >= publicationRule.shareOfTwoPct * sum;
}
