import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ContributionColumns } from "./publication-rule";

/** Which rows one answer was made of, in which cells, and which of their sums it told. */
export interface ToldAnswer {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isTotalTold: boolean;
  /** By cell. */
  readonly isTold: readonly boolean[];
  /** By row of the ledger: the number of its cell, from 1; 0 for a row the answer has not. */
  readonly cellOf: Uint16Array;
}

/** What one organisation was told of one field: the rows, each once, and the answers over them. */
export interface Ledger extends Omit<ContributionColumns, "isInsurerSecret"> {
  /** Stands for a row with its value at the time: a changed row is another. */
  readonly digest: Float64Array;
  readonly answers: readonly ToldAnswer[];
}

/** Rows as an answer is made of them now. */
export interface Contributions extends ContributionColumns {
  readonly digest: Float64Array;
  /** By row: the number of its cell, from 1. */
  readonly cellOf: Uint16Array;
  readonly cells: number;
}

export const emptyLedger: Ledger = {
  digest: new Float64Array(),
  enterprise: new Uint32Array(),
  insurer: new Uint32Array(),
  value: new Float64Array(),
  answers: [],
};

interface Header {
  rows: number;
  answers: { day: string; total: boolean; told: string }[];
}

/** The ledger as text that {@link readLedger} reads. */
export function ledgerText(ledger: Ledger): string {
  const answers = ledger.answers.map(({ day, isTotalTold, isTold }) => {
    return { day, total: isTotalTold, told: isTold.map(Number).join("") };
  });
  const header: Header = { rows: ledger.digest.length, answers };
  const columns = [ledger.digest, ledger.value, ledger.enterprise, ledger.insurer];
  const parts = [...columns, ...ledger.answers.map(({ cellOf }) => cellOf)].map((column) =>
    Buffer.from(column.buffer, column.byteOffset, column.byteLength),
  );
  const body = deflateRawSync(Buffer.concat(parts), { level: 1 }).toString("base64");
  return `${JSON.stringify(header)}\n${body}`;
}

export function readLedger(text: string): Ledger {
  if (text === "") return emptyLedger;
  const end = text.indexOf("\n");
  const { rows, answers } = JSON.parse(text.slice(0, end)) as Header;
  const inflated = inflateRawSync(Buffer.from(text.slice(end + 1), "base64"));
  // Copied, so that every column begins where its type may.
  const bytes = new Uint8Array(inflated).buffer;
  let at = 0;
  const take = (width: number): [ArrayBuffer, number, number] => {
    const from = at;
    at += rows * width;
    return [bytes, from, rows];
  };
  return {
    digest: new Float64Array(...take(8)),
    value: new Float64Array(...take(8)),
    enterprise: new Uint32Array(...take(4)),
    insurer: new Uint32Array(...take(4)),
    answers: answers.map(({ day, total, told }) => ({
      day,
      isTotalTold: total,
      isTold: [...told].map((flag) => flag === "1"),
      cellOf: new Uint16Array(...take(2)),
    })),
  };
}

/** Without the answers before a day, and the rows that only they had. */
export function ledgerSince(ledger: Ledger, day: string): Ledger {
  const answers = ledger.answers.filter((answer) => answer.day >= day);
  if (answers.length === ledger.answers.length) return ledger;
  const rows = [...ledger.digest.keys()].filter((row) => answers.some((a) => a.cellOf[row]));
  return {
    digest: Float64Array.from(rows, (row) => ledger.digest[row] ?? 0),
    value: Float64Array.from(rows, (row) => ledger.value[row] ?? 0),
    enterprise: Uint32Array.from(rows, (row) => ledger.enterprise[row] ?? 0),
    insurer: Uint32Array.from(rows, (row) => ledger.insurer[row] ?? 0),
    answers: answers.map((answer) => ({
      ...answer,
      cellOf: Uint16Array.from(rows, (row) => answer.cellOf[row] ?? 0),
    })),
  };
}

/** The ledger with the rows of an answer that is about to be told; its column stands beside. */
export function ledgerWith(ledger: Ledger, given: Contributions): [Ledger, Uint16Array] {
  const known = new Map<number, number>();
  ledger.digest.forEach((digest, row) => known.set(digest, row));
  const fresh = [...given.digest.keys()].filter((row) => !known.has(given.digest[row] ?? 0));
  const before = ledger.digest.length;
  const all = before + fresh.length;
  const grown = <C extends Float64Array | Uint32Array>(made: C, old: C, from: C): C => {
    made.set(old);
    fresh.forEach((row, n) => (made[before + n] = from[row] ?? 0));
    return made;
  };
  fresh.forEach((row, n) => known.set(given.digest[row] ?? 0, before + n));
  const cellOf = new Uint16Array(all);
  given.digest.forEach((digest, row) => (cellOf[known.get(digest) ?? 0] = given.cellOf[row] ?? 0));
  const answers = ledger.answers.map((answer) => {
    const longer = new Uint16Array(all);
    longer.set(answer.cellOf);
    return { ...answer, cellOf: longer };
  });
  const next = {
    digest: grown(new Float64Array(all), ledger.digest, given.digest),
    value: grown(new Float64Array(all), ledger.value, given.value),
    enterprise: grown(new Uint32Array(all), ledger.enterprise, given.enterprise),
    insurer: grown(new Uint32Array(all), ledger.insurer, given.insurer),
    answers,
  };
  return [next, cellOf];
}
