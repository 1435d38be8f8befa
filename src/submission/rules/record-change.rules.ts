import { RecordAction } from "../record-action";
import type { Rule } from "../rule";
import { RuleClass } from "../rule-class";
import { Severity } from "../severity";
import { ChangeReason } from "../change-reason";

/** What a record says about one the hub has (version 0: has not). */
export interface StatedChange {
  readonly action: RecordAction;
  readonly baseVersion: number | null;
  readonly currentVersion: number;
  readonly voided: boolean;
  /** The type's rows are never changed, only mirrored. */
  readonly ledger: boolean;
  /** The hub has what was stated; not of rows it was loaded with. */
  readonly onFile: boolean;
}

const { NEW, AMEND, CORRECT, VOID, REINSTATE } = RecordAction;

const change = (
  action: RecordAction,
  baseVersion: number | null,
  currentVersion: number,
  more: Partial<StatedChange> = {},
): StatedChange => ({
  action,
  baseVersion,
  currentVersion,
  voided: false,
  ledger: false,
  onFile: true,
  ...more,
});

const accuracy = "皖应急安责险通知第四条（准确）";

/** A change builds on what the hub has; otherwise two changes would silently undo one another. */
export const currentBase: Rule<StatedChange> = {
  id: "SUB-15",
  class: RuleClass.CONSISTENCY,
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "baseVersion 不是平台现有版本，请取得现有版本后重新报送（新增记录不填）",
  en: "baseVersion is not the hub's current version; read it and send again (none for NEW)",
  breaches: ({ action, baseVersion, currentVersion }) => {
    if (action === NEW) return (baseVersion ?? 0) === 0 ? [] : ["$.baseVersion"];
    const fits = baseVersion !== null && baseVersion >= Math.max(currentVersion, 1);
    return fits ? [] : ["$.baseVersion"];
  },
  examples: {
    meet: [
      ["NEW without base", change(NEW, null, 0)],
      ["NEW on base 0", change(NEW, 0, 0)],
      ["a change of the current version", change(CORRECT, 2, 2)],
      ["a change that arrived before its base", change(CORRECT, 3, 2)],
    ],
    break: [
      ["NEW on base 1", change(NEW, 1, 0)],
      ["a change without base", change(AMEND, null, 1)],
      ["a change of base 0", change(VOID, 0, 0)],
      ["a change of an older version", change(CORRECT, 1, 2)],
    ],
  },
};

/** A change may overtake the one it builds on; then it waits, so that order does not matter. */
export const arrivedBase: Rule<StatedChange> = {
  id: "SUB-15",
  class: RuleClass.CONSISTENCY,
  severity: Severity.WAIT,
  legalBasis: "ENG",
  zh: "所依据的版本尚未到达，到达后自动处理",
  en: "The version it builds on has not arrived; it is taken up when that does",
  breaches: ({ action, baseVersion, currentVersion }) =>
    action !== NEW && baseVersion !== null && baseVersion > currentVersion ? ["$.baseVersion"] : [],
  examples: {
    meet: [
      ["a change of the current version", change(AMEND, 1, 1)],
      ["a change of an older version", change(AMEND, 1, 2)],
    ],
    break: [
      ["a change before the record", change(VOID, 1, 0)],
      ["a change before its base", change(CORRECT, 3, 2)],
    ],
  },
};

/** Only what is there can be changed, and only what is void reinstated. */
export const allowedAction: Rule<StatedChange> = {
  id: "SUB-16",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "记录的现有状态不允许该动作（已存在、已作废、未作废、台账分录只可作废，或为初始导入而无报送内容：请先更正，台账分录请以冲销分录冲回）",
  en:
    "The record's state does not allow this action (exists, is void, is not void, a ledger, or " +
    "loaded without a statement: CORRECT it first; a ledger entry takes a REVERSAL)",
  breaches: ({ action, baseVersion, currentVersion, voided, ledger, onFile }) => {
    if (ledger && action !== NEW && action !== VOID) return ["$.action"];
    if (action === NEW) return currentVersion === 0 ? [] : ["$.action"];
    // What it builds on has not arrived and may bring any state.
    if ((baseVersion ?? 0) > currentVersion) return [];
    // What nobody stated cannot be taken back: nobody could tell what was meant by it.
    if (action === VOID && !onFile) return ["$.action"];
    return voided === (action === REINSTATE) ? [] : ["$.action"];
  },
  examples: {
    meet: [
      ["NEW of what is not there", change(NEW, null, 0)],
      ["AMEND of what is there", change(AMEND, 1, 1)],
      ["VOID of what is there", change(VOID, 1, 1)],
      ["VOID of a ledger entry", change(VOID, 1, 1, { ledger: true })],
      ["CORRECT of what was loaded", change(CORRECT, 1, 1, { onFile: false })],
      ["REINSTATE of what is void", change(REINSTATE, 2, 2, { voided: true })],
      ["REINSTATE of what is yet to be void", change(REINSTATE, 2, 1)],
    ],
    break: [
      ["NEW of what is there", change(NEW, null, 1)],
      ["NEW of what is void", change(NEW, null, 2, { voided: true })],
      ["CORRECT of what is void", change(CORRECT, 2, 2, { voided: true })],
      ["VOID of what is void", change(VOID, 2, 2, { voided: true })],
      ["VOID of what was loaded", change(VOID, 1, 1, { onFile: false })],
      ["VOID of a loaded ledger entry", change(VOID, 1, 1, { ledger: true, onFile: false })],
      ["REINSTATE of what is not void", change(REINSTATE, 1, 1)],
      ["CORRECT of a ledger entry", change(CORRECT, 1, 1, { ledger: true })],
      ["REINSTATE of a ledger entry", change(REINSTATE, 2, 2, { voided: true, ledger: true })],
    ],
  },
};

/** Who takes back a statement says why, from a closed list. */
export const codedReason: Rule<{ action: RecordAction; reason: ChangeReason | null }> = {
  id: "SUB-17",
  severity: Severity.REJECT,
  legalBasis: accuracy,
  zh: "更正、作废、恢复须填写原因代码 reason",
  en: "CORRECT, VOID and REINSTATE need a coded reason",
  breaches: ({ action, reason }) =>
    reason === null && (action === CORRECT || action === VOID || action === REINSTATE)
      ? ["$.reason"]
      : [],
  examples: {
    meet: [
      ["NEW without reason", { action: NEW, reason: null }],
      ["AMEND without reason", { action: AMEND, reason: null }],
      ["CORRECT with a reason", { action: CORRECT, reason: ChangeReason.WRONG_AMOUNT }],
    ],
    break: [
      ["CORRECT without reason", { action: CORRECT, reason: null }],
      ["VOID without reason", { action: VOID, reason: null }],
      ["REINSTATE without reason", { action: REINSTATE, reason: null }],
    ],
  },
};

/** Two statements about one record at once: nobody could tell which is meant. */
export const distinctKeys: Rule<{ times: number }> = {
  id: "SUB-19",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "同一批中有多条记录使用同一来源键，均予退回，请只保留一条",
  en: "Several records of this submission have this sourceKey; all are rejected, send one",
  breaches: ({ times }) => (times === 1 ? [] : ["$.sourceKey"]),
  examples: {
    meet: [["once", { times: 1 }]],
    break: [["twice", { times: 2 }]],
  },
};

/** What ALL_OR_NOTHING means for the records that had no fault of their own. */
export const togetherOrNotAtAll: Rule<{ rejectedOthers: number }> = {
  id: "SUB-21",
  severity: Severity.REJECT,
  legalBasis: "ENG",
  zh: "整批受理方式下有其他记录被退回，本条随之退回",
  en: "Another record was rejected and the submission is ALL_OR_NOTHING",
  breaches: ({ rejectedOthers }) => (rejectedOthers === 0 ? [] : ["$"]),
  examples: {
    meet: [["no other rejected", { rejectedOthers: 0 }]],
    break: [["one other rejected", { rejectedOthers: 1 }]],
  },
};
