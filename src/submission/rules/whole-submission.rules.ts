import type { Rule } from "../rule";
import { RuleClass } from "../rule-class";
import { Severity } from "../severity";
import { keyMax } from "../tables/columns";
import { recordsMax } from "./submission-limits";

/** A text that can be a key: visible, bounded, and the same bytes wherever it is stored. */
export function isKey(text: string): boolean {
  return text.length > 0 && text.length <= keyMax && text.trim() === text && !/[\p{C}]/u.test(text);
}

/** Numbers of records that are sent at once, and the key they are sent under. */
export const wellFormedSubmission: Rule<{ submissionKey: string; records: number }> = {
  id: "SUB-01",
  severity: Severity.REFUSE,
  legalBasis: "ENG",
  zh: `每批须有 1 至 ${recordsMax} 条记录，报送键为 1 至 ${keyMax} 个可见字符，首尾无空格`,
  en: `Send 1 to ${recordsMax} records under a key of 1 to ${keyMax} visible characters`,
  breaches: ({ submissionKey, records }) => [
    ...(isKey(submissionKey) ? [] : ["$.submissionKey"]),
    ...(records >= 1 && records <= recordsMax ? [] : ["$.records"]),
  ],
  examples: {
    meet: [
      ["one record", { submissionKey: "k", records: 1 }],
      ["as many as allowed", { submissionKey: "键".repeat(keyMax), records: recordsMax }],
    ],
    break: [
      ["no record", { submissionKey: "k", records: 0 }],
      ["one too many", { submissionKey: "k", records: recordsMax + 1 }],
      ["no key", { submissionKey: "", records: 1 }],
      ["a key that is too long", { submissionKey: "k".repeat(keyMax + 1), records: 1 }],
      ["a key that ends with a blank", { submissionKey: "k ", records: 1 }],
      ["a key with a control character", { submissionKey: "a\u0000b", records: 1 }],
      ["a key that is no Unicode text", { submissionKey: "\ud800", records: 1 }],
    ],
  },
};

/** Who reports must be an insurer of the registry: its records are known by its id. */
export const knownSubmitter: Rule<{ owner: string | null }> = {
  id: "SUB-07",
  severity: Severity.REFUSE,
  legalBasis: "皖应急安责险通知第四条",
  zh: "本机构未登记为可报送该类记录的机构，请联系平台登记",
  en: "This organisation is not registered to submit such records; ask the hub to register it",
  breaches: ({ owner }) => (owner === null ? ["$"] : []),
  examples: {
    meet: [["a registered insurer", { owner: "ins_aaaaaaaaaaaaaaaaaaaa" }]],
    break: [["an organisation without an entry in the registry", { owner: null }]],
  },
};

/** A count or a sum, as declared and as sent. Absent: not declared, or not a total of the type. */
export interface ControlTotal {
  readonly path: string;
  readonly declared: string | undefined;
  readonly sent: string | undefined;
}

/** What the insurer says it sends is what it sends. */
export const equalTotals: Rule<ControlTotal> = {
  id: "SUB-04",
  class: RuleClass.CONSISTENCY,
  severity: Severity.REFUSE,
  legalBasis: "皖应急安责险通知第四条（完整）",
  zh: "申报的条数或金额合计与实际报送不符，整批未处理，请核对后重新报送",
  en: "The declared count or sum differs from what was sent; nothing was processed",
  breaches: ({ path, declared, sent }) => (declared === sent ? [] : [path]),
  examples: {
    meet: [["equal", { path: "$.declared.count", declared: "3", sent: "3" }]],
    break: [
      ["one fen less", { path: "$.declared.sums", declared: "99", sent: "100" }],
      ["one fen more", { path: "$.declared.sums", declared: "101", sent: "100" }],
      ["not declared", { path: "$.declared.sums", declared: undefined, sent: "0" }],
      ["no such total", { path: "$.declared.sums", declared: "0", sent: undefined }],
    ],
  },
};

/** One key, one content, for ever. */
export const unusedKey: Rule<{ stored: string | null; sent: string }> = {
  id: "SUB-05",
  severity: Severity.REFUSE,
  legalBasis: "ENG",
  zh: "该报送键已用于其他内容，本次未处理，请换用新的报送键",
  en: "This key was used for other content; nothing was processed, choose another key",
  breaches: ({ stored, sent }) => (stored === null || stored === sent ? [] : ["$.submissionKey"]),
  examples: {
    meet: [
      ["a new key", { stored: null, sent: "b" }],
      ["a repetition", { stored: "a", sent: "a" }],
    ],
    break: [["other content", { stored: "a", sent: "b" }]],
  },
};
