import type { RuleId } from "../rule";
import { StreamDayState } from "./stream-day-state";

/** Records of one business day that arrived on the same day. */
export interface Arrival {
  /** Day of arrival in Asia/Shanghai. */
  readonly on: string;
  /** First of them. */
  readonly firstAt: string;
  readonly records: number;
  /** Of these, how many still wait for another record. */
  readonly waiting: number;
}

/** Everything known of one day of a stream. */
export interface DayFacts {
  readonly day: string;
  /** Last day to report it. */
  readonly dueOn: string;
  readonly isWorkingDay: boolean;
  readonly arrivals: readonly Arrival[];
  /** When somebody said that there is nothing to report, and that day. */
  readonly nil: { readonly at: string; readonly on: string } | null;
}

/** One day of a stream, judged. */
export interface JudgedDay {
  readonly day: string;
  readonly dueOn: string;
  readonly state: StreamDayState;
  readonly records: number;
  readonly waiting: number;
  /** Records that arrived after the due day (SUB-11). */
  readonly lateRecords: number;
  readonly firstReceivedAt: string | null;
  readonly nilDeclaredAt: string | null;
  /** Nothing to report was declared, and there are records. */
  readonly isContradicted: boolean;
  readonly brokenRules: readonly RuleId[];
}

/**
 * What a day of a stream came to. Every working day has records or an explicit nil by its due day
 * (REC-01); records after it are late (SUB-11), and so is a nil declared after it.
 */
export function judgeDay(facts: DayFacts, today: string): JudgedDay {
  const { day, dueOn, arrivals, nil } = facts;
  const sum = (of: (arrival: Arrival) => number): number =>
    arrivals.reduce((total, arrival) => total + of(arrival), 0);
  const records = sum((arrival) => arrival.records);
  const lateRecords = sum((arrival) => (arrival.on > dueOn ? arrival.records : 0));
  const state = stateOf(facts, records, today);
  const isNilLate = records === 0 && nil !== null && nil.on > dueOn;
  const brokenRules: RuleId[] = [];
  if (state === StreamDayState.MISSING) brokenRules.push("REC-01");
  if (lateRecords > 0 || isNilLate) brokenRules.push("SUB-11");
  const first = arrivals.map(({ firstAt }) => firstAt).sort()[0] ?? null;
  return {
    ...{ day, dueOn, state, records, lateRecords, brokenRules },
    waiting: sum((arrival) => arrival.waiting),
    firstReceivedAt: first,
    nilDeclaredAt: nil?.at ?? null,
    isContradicted: nil !== null && records > 0,
  };
}

function stateOf({ dueOn, isWorkingDay, nil }: DayFacts, records: number, today: string) {
  if (records > 0) return StreamDayState.RECEIVED;
  if (nil) return StreamDayState.NIL;
  return isWorkingDay && today > dueOn ? StreamDayState.MISSING : StreamDayState.OPEN;
}
