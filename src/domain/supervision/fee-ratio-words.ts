import type { Bilingual } from "./bilingual";
import type { Plain } from "./plain";

/** What the four sums of the fee ratios count, in words; the statement is in fee-sums.ts. */
export const feeRatioWords = {
  extracted: {
    zh: "该台账年度的提取分录，扣除冲正（调用方限定行业时，不含未归属行业的分录）",
    en: "Extractions in that ledger year, less reversals (sector callers: entries with a sector)",
  },
  written: {
    zh: "签单日期在该年度的保单的保费总额",
    en: "Written premium of the policies signed in the year",
  },
  spent: {
    zh: "该台账年度的支出分录，扣除退回和冲正（调用方限定行业时，不含未归属行业的分录）",
    en: "Spendings in that ledger year, less refunds, reversals (sector callers: entries with a sector)",
  },
  received: {
    zh: "收款日期在该年度的实收保费，扣除该年度退费",
    en: "Premium received in the year less premium refunded in the year",
  },
} as const satisfies Record<string, Plain<Bilingual>>;
