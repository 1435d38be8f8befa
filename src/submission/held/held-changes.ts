import type { Change, Content } from "../change";
import { RecordStatus } from "../record-status";

/** A change as it is kept: its content is its payload, read again. */
type KeptChange = Omit<Change, "content">;

/** The changes of a held submission as text. */
export function keepChanges(changes: readonly Change[]): string {
  return JSON.stringify(changes.map(({ content: _, ...kept }) => kept));
}

/** The kept changes, still to be judged but for those that were rejected. */
export function openChanges(text: string): Change[] {
  return (JSON.parse(text) as KeptChange[]).map((kept) => ({
    ...kept,
    content: JSON.parse(kept.payload) as Content,
    status: kept.status === RecordStatus.REJECTED ? RecordStatus.REJECTED : null,
  }));
}
