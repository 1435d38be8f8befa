import { sql, trusted, value, valueList } from "../../database/sql";
import { keyOf, type FindingRule } from "../../submission/findings/finding-rule";
import { rowsOf, type FindingSubject } from "../../submission/findings/finding-subject";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { seatOf } from "./insurer-seat";

/** Records of insurers that wait for others, by the id they are to have. */
const pendingRecord: FindingSubject = {
  ...rowsOf("PendingRecord", "pending_record", { businessDay: "{today}" }),
  own: false,
  existing: `${seatOf("s.insurer_id")} IS NOT NULL`,
  enterprise: "NULL",
  region: seatOf("s.insurer_id"),
  sector: "NULL",
  from: (ids) =>
    sql`(SELECT p.record_id AS id, p.owner_id AS insurer_id, MIN(p.waits_until) AS waits_until
      FROM pending_record p WHERE p.record_id IN (${valueList(ids)}) AND p.outcome IS NULL
      GROUP BY p.record_id, p.owner_id) s`,
  page: (after, size) =>
    sql`SELECT p.record_id AS id FROM pending_record p
        WHERE p.outcome IS NULL AND p.record_id > ${value(after)}
      UNION SELECT f.subject_id FROM finding f WHERE f.rule_key = ${value(keyOf(waitsTooLong))}
        AND f.cleared_at IS NULL AND f.subject_id > ${value(after)}
      ORDER BY id LIMIT ${trusted(String(size))}`,
};

const until = (day: string) => ({ pending_record: { P: { waits_until: day } } });

const waitsTooLong: FindingRule = {
  id: "REC-06",
  severity: Severity.EXPLAIN,
  class: RuleClass.COMPLETENESS,
  legalBasis: "皖应急安责险通知第四条（完整）",
  zh: "等待期满，所引用的记录仍未报送",
  en: "What the record refers to has not arrived in the time it may wait",
  subject: pendingRecord,
  paths: ["$.sourceKey"],
  broken: "s.waits_until < {today}",
  reads: [],
  examples: {
    given: {
      organisation: { O: { type: "INSURER", insurer_id: "A", active: 1, region_prefix: "34" } },
      pending_record: {
        P: { sequence: 1, record_id: "R", owner_id: "A", waits_until: "2026-05-31" },
      },
    },
    subjects: ["R"],
    meet: [
      ["until today", until("2026-06-01")],
      ["it waits no more", { pending_record: { P: { outcome: "ACCEPTED" } } }],
      ["not an insurer's", { pending_record: { P: { owner_id: "B" } } }],
    ],
    break: [["until yesterday", {}]],
  },
};

/** What records that wait for others are judged by. */
export const pendingRecordFindings: readonly FindingRule[] = [waitsTooLong];
