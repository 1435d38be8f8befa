import type { FindingSource } from "../../submission/findings/finding-rule";
import { naming } from "../../submission/findings/finding-sources";
import { stands } from "./fee-reversals";

const signed = (amount: string): string =>
  `CASE e.kind WHEN 'SPEND' THEN ${amount} WHEN 'REFUND' THEN -${amount} ELSE 0 END`;

/** Entries `e` of a policy, and its parts `a` of entries that several share. */
const own = (policy: string): string =>
  `fee_entry e WHERE e.policy_id = ${policy} AND ${stands("e")}`;
const shared = (policy: string): string =>
  `fee_allocation a JOIN fee_entry e ON e.id = a.fee_entry_id
    WHERE a.policy_id = ${policy} AND ${stands("e")}`;

/** What was spent on a policy and not refunded. */
export function netSpentOn(policy: string): string {
  const sum = (amount: string, from: string): string =>
    `COALESCE((SELECT SUM(${signed(amount)}) FROM ${from}), 0)`;
  return `(${sum("e.amount_fen", own(policy))} + ${sum("a.amount_fen", shared(policy))})`;
}

/** Some spending on a policy is such, said of the entry `e`. */
export function isSpentOn(policy: string, such = "TRUE"): string {
  const some = (from: string): string =>
    `EXISTS (SELECT 1 FROM ${from} AND e.kind = 'SPEND' AND ${such})`;
  return `(${some(own(policy))} OR ${some(shared(policy))})`;
}

/** Policies on which changed entries spend. */
export const spendings: readonly FindingSource[] = [
  naming("fee_entry", "policy_id"),
  naming("fee_allocation", "policy_id"),
];
