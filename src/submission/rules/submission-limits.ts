/** Records of one submission [P]. */
export const recordsMax = 1_000;
/** Items of a list inside one record. */
export const listItemsMax = 100;
/** Working days a record may wait for another before that is a finding [P]. */
export const waitingWorkingDays = 5;
/** Raised with every change of a rule; each version and receipt names the one it was judged by. */
export const ruleSetVersion = "2026-2";
