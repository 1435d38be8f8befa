import type { FindingRule } from "../../submission/findings/finding-rule";
import { matching, naming } from "../../submission/findings/finding-sources";
import { RuleClass } from "../../submission/rule-class";
import { Severity } from "../../submission/severity";
import { reversals, stands } from "./fee-reversals";
import { feeEntrySubject } from "./service.subject";

const letter = "应急厅函〔2024〕322号第四条";
type Columns = Record<string, string | number | null>;
const S = (columns: Columns) => ({ fee_entry: { S: { kind: "SPEND", ...columns } } });
const F = (columns: Columns) => ({ fee_entry: { F: columns } });

const withoutInvoice: FindingRule = {
  id: "FEE-11",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  aspect: "missing",
  legalBasis: `${letter}（据实列支）`,
  zh: "支出分录无发票号码",
  en: "A spending without an invoice",
  subject: feeEntrySubject,
  paths: ["$.invoiceNo"],
  broken: "s.kind = 'SPEND' AND COALESCE(TRIM(s.invoice_no), '') = ''",
  reads: [reversals],
  examples: {
    given: S({ invoice_no: "1" }),
    meet: [
      ["with one", {}],
      ["an extraction", S({ kind: "EXTRACT", invoice_no: null })],
      [
        "reversed",
        { fee_entry: { S: { invoice_no: null }, F: { kind: "REVERSAL", reverses_id: "S" } } },
      ],
    ],
    break: [
      ["without", S({ invoice_no: null })],
      ["blank", S({ invoice_no: " " })],
    ],
  },
};

const sharedInvoice: FindingRule = {
  id: "FEE-11",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  aspect: "shared",
  legalBasis: `${letter}（据实列支）`,
  zh: "同一发票号码在其他保险机构已列支",
  en: "The invoice was booked at another insurer as well",
  subject: feeEntrySubject,
  paths: ["$.invoiceNo"],
  others: `JOIN fee_entry o ON o.invoice_no = s.invoice_no AND o.insurer_id <> s.insurer_id
    AND o.kind = 'SPEND' AND ${stands("o")}`,
  broken: "s.kind = 'SPEND'",
  reads: [
    reversals,
    matching("fee_entry", "invoice_no", "fee_entry"),
    {
      table: "fee_entry",
      subjects: `SELECT o.id FROM fee_entry c JOIN fee_entry r ON r.id = c.reverses_id
        JOIN fee_entry o ON o.invoice_no = r.invoice_no WHERE c.id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      fee_entry: {
        S: { kind: "SPEND", insurer_id: "A", invoice_no: "1" },
        F: { kind: "SPEND", insurer_id: "B", invoice_no: "2" },
      },
    },
    meet: [
      ["another invoice", {}],
      ["the same insurer", F({ invoice_no: "1", insurer_id: "A" })],
      [
        "reversed there",
        {
          fee_entry: {
            F: { invoice_no: "1" },
            R: { kind: "REVERSAL", reverses_id: "F", insurer_id: "B" },
          },
        },
      ],
    ],
    break: [["the same invoice", F({ invoice_no: "1" })]],
  },
};

const isOfInsured = "s.payee IN (e.name, e.legal_representative, e.safety_manager_name)";

const paidToInsured: FindingRule = {
  id: "FEE-12",
  severity: Severity.EXPLAIN,
  class: RuleClass.FABRICATION,
  legalBasis: `${letter}（套取费用）`,
  zh: "收款方为投保单位或其负责人、安全管理人员",
  en: "The payee is the insured enterprise or one of its officers",
  subject: feeEntrySubject,
  paths: ["$.payee"],
  broken: `s.kind = 'SPEND' AND (
    EXISTS (SELECT 1 FROM enterprise e WHERE e.id = s.enterprise_id AND ${isOfInsured})
    OR EXISTS (SELECT 1 FROM fee_allocation a JOIN policy p ON p.id = a.policy_id
      JOIN enterprise e ON e.id = p.enterprise_id
      WHERE a.fee_entry_id = s.id AND ${isOfInsured}))`,
  reads: [
    reversals,
    matching("enterprise", "id", "fee_entry", "enterprise_id"),
    naming("fee_allocation", "fee_entry_id"),
    {
      table: "policy",
      subjects: "SELECT a.fee_entry_id AS id FROM fee_allocation a WHERE a.policy_id IN ({ids})",
    },
    {
      table: "enterprise",
      subjects: `SELECT a.fee_entry_id AS id FROM policy p
        JOIN fee_allocation a ON a.policy_id = p.id WHERE p.enterprise_id IN ({ids})`,
    },
  ],
  examples: {
    given: {
      enterprise: {
        E: { uscc: "1", name: "甲厂", legal_representative: "乙" },
        D: { uscc: "2", name: "丁厂" },
      },
      policy: { P: { enterprise_id: "D" } },
      ...S({ enterprise_id: "E", payee: "丙公司" }),
    },
    meet: [
      ["somebody else", {}],
      ["an enterprise with no part in it", S({ payee: "丁厂" })],
    ],
    break: [
      [
        "an enterprise that has a part in it",
        {
          ...S({ enterprise_id: null, payee: "丁厂" }),
          fee_allocation: { A: { fee_entry_id: "S", policy_id: "P" } },
        },
      ],
      ["the enterprise", S({ payee: "甲厂" })],
      ["its legal representative", S({ payee: "乙" })],
    ],
  },
};

/** What spendings are judged by on their own: their invoices, and who was paid. */
export const feeInvoiceFindings: readonly FindingRule[] = [
  withoutInvoice,
  sharedInvoice,
  paidToInsured,
];
