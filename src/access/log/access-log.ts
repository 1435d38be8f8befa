import type { LogEntry } from "./log-entry";

/** Where every operation is written down. */
export interface AccessLog {
  /** Resolves once the entry is durable, and fails with AUDIT_UNAVAILABLE when it will not be. */
  record(entry: LogEntry): Promise<void>;
  /** Takes an entry that nobody waits for. What cannot be kept is counted, and that is logged. */
  note(entry: LogEntry): void;
  /** Writes what is waiting, then ends. */
  stop(): Promise<void>;
}
