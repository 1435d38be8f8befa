import { AccidentGrade } from "./accident-grade";

/** What the grade of an accident is judged by. */
export interface AccidentFacts {
  readonly deaths: number;
  readonly seriousInjuries: number;
  /** Direct economic loss in fen; nothing when not known yet. */
  readonly directLossFen: string | null;
}

/** Lowest figures of each grade, highest grade first (国务院令第493号第三条). Loss in fen. */
const thresholds = [
  { grade: AccidentGrade.ESPECIALLY_MAJOR, deaths: 30, serious: 100, loss: 10_000_000_000n },
  { grade: AccidentGrade.MAJOR, deaths: 10, serious: 50, loss: 5_000_000_000n },
  { grade: AccidentGrade.LARGER, deaths: 3, serious: 10, loss: 1_000_000_000n },
] as const;

/** The grade of an accident: the highest that one of its figures reaches. */
export function gradeAccident(facts: AccidentFacts): AccidentGrade {
  const { deaths, seriousInjuries, directLossFen } = facts;
  const reached = thresholds.find(
    (least) =>
      deaths >= least.deaths ||
      seriousInjuries >= least.serious ||
      BigInt(directLossFen ?? 0) >= least.loss,
  );
  return reached?.grade ?? AccidentGrade.GENERAL;
}
