import { RecordAction } from "../record-action";

/** What of a version decides from when it stands. */
export interface StatedVersion {
  readonly version: number;
  readonly action: RecordAction;
  /** First day an amendment applies to. */
  readonly effectiveFrom: string | null;
}

interface Standing {
  readonly version: number;
  /** Null: from the beginning. */
  readonly from: string | null;
}

/**
 * Which of these versions, oldest first, says how the world was on a day; null when none does. An
 * amendment stands from its day on; a correction stands for as long as what it corrects would have;
 * nothing stands after a voiding, until a reinstatement.
 */
export function standingVersion(versions: readonly StatedVersion[], day: string): number | null {
  let standing: Standing[] = [];
  let voided: Standing[] = [];
  for (const { version, action, effectiveFrom } of versions) {
    const last = standing.at(-1);
    switch (action) {
      case RecordAction.NEW:
      case RecordAction.CORRECT:
        standing = [...standing.slice(0, -1), { version, from: last?.from ?? null }];
        break;
      case RecordAction.AMEND:
        standing = [...standing, { version, from: effectiveFrom }];
        break;
      case RecordAction.VOID:
        voided = standing;
        standing = [];
        break;
      case RecordAction.REINSTATE:
        standing = [...voided.slice(0, -1), { version, from: voided.at(-1)?.from ?? null }];
    }
  }
  return standing.findLast(({ from }) => from === null || from <= day)?.version ?? null;
}
