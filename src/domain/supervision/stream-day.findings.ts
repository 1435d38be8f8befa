import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import type { FindingRule } from "../../submission/findings/finding-rule";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { daySilent, nilOf, records, thursday, world } from "./stream-day.example";
import { dueDays, isOver, isSilent, streamDay } from "./stream-day.subject";

const complete = "皖应急安责险通知第四条（完整）";

const missing: FindingRule = {
  id: "REC-01",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: complete,
  zh: "逾期未报送该工作日的数据，亦未申明无数据",
  en: "Nothing was reported of the working day by its due day, and no nil was declared",
  subject: streamDay,
  paths: ["$.day"],
  parameters: dueDays,
  broken: `${isSilent} AND s.day >= s.since AND ${isOver}`,
  reads: [],
  examples: {
    given: world,
    subjects: daySilent,
    meet: [
      ["one record", records(thursday, 1)],
      ["one that waits", records(thursday, 1, 1)],
      ["nothing to report, as declared", nilOf(thursday)],
      ["a holiday", { calendar_exception: { X: { day: thursday, working: 0 } } }],
      [
        "before the insurer first reported any",
        { submission: { N: { received_at: "2026-05-28 16:00:00" } } },
      ],
      [
        "until today is the next working day",
        { calendar_exception: { X: { day: "2026-05-29", working: 0 } } },
      ],
      ["only validated", { submission: { N: { mode: "VALIDATE_ONLY" } } }],
    ],
    break: [
      ["nothing", {}],
      [
        "nothing since its first day",
        { submission: { N: { received_at: "2026-05-28 15:59:59" } } },
      ],
      [
        "of another type",
        { nil_declaration: { Z: { owner_id: "A", record_type: "claim", day: thursday } } },
      ],
    ],
  },
};

const manyWait: FindingRule = {
  id: "REC-05",
  severity: Severity.WARN,
  class: RuleClass.COMPLETENESS,
  legalBasis: complete,
  zh: "到期仍有较多记录等待其所引用的记录",
  en: "Too many of the day's records still wait for what they refer to after its due day",
  subject: streamDay,
  paths: ["$.waiting"],
  parameters: { ...dueDays, parkedRecordsMin: 20, parkedPctMax: 5 },
  broken: `s.records >= {parkedRecordsMin} AND 100 * s.waiting > {parkedPctMax} * s.records
    AND ${isOver}`,
  reads: [],
  examples: {
    given: world,
    subjects: daySilent,
    meet: [
      ["five per cent", records(thursday, 20, 1)],
      ["of few", records(thursday, 19, 19)],
      [
        "not due yet",
        {
          ...records(thursday, 20, 2),
          calendar_exception: { X: { day: "2026-05-29", working: 0 } },
        },
      ],
    ],
    break: [["more than five per cent", records(thursday, 39, 2)]],
  },
};

const books = "r.owner_id = s.insurer_id AND r.record_type = s.record_type AND r.day = s.day";
/** When the books of the day began to differ, unless they have come to agree since. */
const differingSince = `(SELECT MIN(r.reconciled_at) FROM reconciliation r WHERE ${books}
  AND NOT EXISTS (SELECT 1 FROM reconciliation g WHERE g.owner_id = r.owner_id
    AND g.record_type = r.record_type AND g.day = r.day AND g.agrees = 1
    AND g.sequence >= r.sequence))`;
const book = { owner_id: "A", record_type: "policy", day: thursday };
const compared = (sequence: number, agrees: 0 | 1, at: string) => ({
  reconciliation: { [`R${String(sequence)}`]: { ...book, sequence, agrees, reconciled_at: at } },
});

const differs: FindingRule = {
  id: "REC-02",
  severity: Severity.EXPLAIN,
  class: RuleClass.CONSISTENCY,
  legalBasis: "皖应急安责险通知第四条",
  zh: "对账差异未在规定工作日内消除",
  en: "The books of the day differ, and have for more than the working days allowed",
  subject: streamDay,
  paths: ["$.day"],
  parameters: { differencesWorkingDays: 5 },
  broken: `EXISTS (SELECT 1 FROM reconciliation r WHERE ${books} AND r.agrees = 0)
    AND ${laterThanWorkingDays("{today}", dayOf(differingSince), "{differencesWorkingDays}")}`,
  reads: [],
  examples: {
    given: { ...world, ...compared(1, 0, "2026-05-22 15:59:59") },
    subjects: daySilent,
    meet: [
      ["for five working days", compared(1, 0, "2026-05-24 16:00:00")],
      ["until they agreed", compared(2, 1, "2026-06-01 00:00:00")],
      [
        "again since a few days",
        {
          reconciliation: {
            ...compared(2, 1, "2026-05-27 00:00:00").reconciliation,
            ...compared(3, 0, "2026-05-28 00:00:00").reconciliation,
          },
        },
      ],
      ["never compared", { reconciliation: { R1: null } }],
    ],
    break: [
      ["for six working days", {}],
      ["and still did when compared again", compared(2, 0, "2026-06-01 00:00:00")],
    ],
  },
};

/** What the days of an insurer's streams are judged by. */
export const streamDayFindings: readonly FindingRule[] = [missing, differs, manyWait];
