import type { Rule } from "../rule";
import { RuleClass } from "../rule-class";
import { Severity } from "../severity";

/** Rejected records from which a share of them holds a submission [P]. */
const rejectedMin = 20;
const rejectedPercent = 20;
/** Corrected and voided records of a day from which a share of the live ones holds [P]. */
const touchedMin = 20;
const touchedPercent = 30;
/** More of them than this in a day hold, whatever share they are [P]. */
const touchedMax = 1_000;

/** How much of a submission was rejected. */
export interface RejectedShare {
  readonly rejected: number;
  readonly sent: number;
}

/** So many faults are no slip of single records: the file or its mapping is wrong. */
export const mostlySound: Rule<RejectedShare> = {
  id: "SUB-08",
  severity: Severity.HOLD,
  legalBasis: "ENG",
  zh: "退回记录达 20 条且占 20% 以上，整批暂缓，未写入任何记录，请核对后由监管人员放行或不予受理",
  en: "20 records and 20 % or more were rejected; all is held and nothing applied, an officer decides",
  breaches: ({ rejected, sent }) =>
    rejected >= rejectedMin && rejected * 100 >= sent * rejectedPercent ? ["$.records"] : [],
  examples: {
    meet: [
      ["19 of 19 rejected", { rejected: 19, sent: 19 }],
      ["20 of 101 rejected", { rejected: 20, sent: 101 }],
      ["none rejected", { rejected: 0, sent: 1_000 }],
    ],
    break: [
      ["20 of 20 rejected", { rejected: 20, sent: 20 }],
      ["20 of 100 rejected", { rejected: 20, sent: 100 }],
    ],
  },
};

/** How many records a submitter corrected and voided today, this submission included. */
export interface TouchedShare {
  readonly touched: number;
  /** Those that were live before the first of them. */
  readonly live: number;
}

/** Much of what was reported is changed at once: a person looks at it first. */
export const fewTouched: Rule<TouchedShare> = {
  id: "SUB-09",
  class: RuleClass.CONSISTENCY,
  severity: Severity.HOLD,
  legalBasis: "皖应急安责险通知第四条（真实、准确）",
  zh: "当日更正、作废的记录达 20 条且占该类有效记录 30% 以上，或超过 1,000 条，整批暂缓，待监管人员放行",
  en: "20 records and 30 % of the live ones, or over 1,000, corrected or voided today; all is held",
  breaches: ({ touched, live }) => {
    const isLargeShare = touched >= touchedMin && touched * 100 >= live * touchedPercent;
    return isLargeShare || touched > touchedMax ? ["$.records"] : [];
  },
  examples: {
    meet: [
      ["19 of 19", { touched: 19, live: 19 }],
      ["20 of 67", { touched: 20, live: 67 }],
      ["1,000 of 3,334", { touched: 1_000, live: 3_334 }],
    ],
    break: [
      ["20 of 20", { touched: 20, live: 20 }],
      ["20 of 66", { touched: 20, live: 66 }],
      ["1,001 of a million", { touched: 1_001, live: 1_000_000 }],
    ],
  },
};

/** Live records beyond which this many touched ones are no large share: counting can end there. */
export function liveThatMatters(touched: number): number {
  return Math.ceil((touched * 100) / touchedPercent) + 1;
}

/** Fewer than this need no count at all. */
export function mayBeMany(touched: number): boolean {
  return touched >= touchedMin;
}

/** What an officer's decision means for each record of a held submission. */
export const notDiscarded: Rule<{ isDiscarded: boolean }> = {
  id: "SUB-23",
  severity: Severity.REJECT,
  legalBasis: "皖应急安责险通知第四条（真实、准确）",
  zh: "整批暂缓后，监管人员决定不予受理；如属实，请说明情况后以新的报送键重新报送",
  en: "The submission was held and an officer discarded it; explain, and send it under a new key",
  breaches: ({ isDiscarded }) => (isDiscarded ? ["$"] : []),
  examples: {
    meet: [["released", { isDiscarded: false }]],
    break: [["discarded", { isDiscarded: true }]],
  },
};
