import type { RecordStatus } from "../submission/record-status";
import type { Severity } from "../submission/severity";

/** What became of one line: as the hub said, or INVALID when it could not be sent. */
export interface Acknowledgement {
  readonly line: number;
  readonly type: string;
  readonly sourceKey: string | null;
  readonly status: `${RecordStatus}` | "INVALID" | "NOT_SENT";
  readonly recordId?: string | null;
  readonly version?: number | null;
  readonly waitsForId?: string | null;
  readonly waitsUntil?: string | null;
  readonly submissionId?: string;
  readonly findings: readonly LineFinding[];
}

/** What is to be said about a line: a finding of a rule, or why the line could not be read. */
export interface LineFinding {
  /** Of the rules the hub publishes, or an error code. */
  readonly ruleId: string;
  readonly severity?: `${Severity}`;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly legalBasis?: string;
}

interface BrokenRule {
  times: number;
  readonly zh: string;
  readonly en: string;
  readonly lines: string[];
}

/** What a type's taken lines come to, to be held against one's own books. */
interface Taken {
  count: number;
  readonly sums: Map<string, bigint>;
}

/** Lines of one rule that are shown. */
const linesShownMax = 3;

const words: Readonly<Record<Acknowledgement["status"], string>> = {
  ACCEPTED: "已受理",
  UNCHANGED: "无变化",
  PENDING: "等待",
  HELD: "暂缓",
  REJECTED: "已退回",
  INVALID: "无法读取",
  NOT_SENT: "整批未受理",
};

/** Of these the hub has the content, now or once what they wait for arrives. */
const takenStatuses = ["ACCEPTED", "UNCHANGED", "PENDING"] as const;

/** Whether the hub has what the line says. */
export function isTaken({ status }: Acknowledgement): boolean {
  return (takenStatuses as readonly string[]).includes(status);
}

/** Counts what became of the lines of a file, and remembers the first lines of each rule. */
export class SubmissionSummary {
  private readonly counts = new Map<Acknowledgement["status"], number>();
  /** Submissions that the hub had already. */
  replayed = 0;
  /** Why not everything was sent; sending the file again goes on from there. */
  failure: string | null = null;
  private readonly rules = new Map<string, BrokenRule>();
  private readonly taken = new Map<string, Taken>();

  add(acknowledgement: Acknowledgement): void {
    const { status, findings, line, sourceKey } = acknowledgement;
    this.counts.set(status, (this.counts.get(status) ?? 0) + 1);
    for (const { ruleId, severity = status, path, zh, en } of findings) {
      const name = `${ruleId} ${severity}`;
      const rule = this.rules.get(name) ?? { times: 0, en, zh, lines: [] };
      this.rules.set(name, rule);
      rule.times += 1;
      if (rule.lines.length < linesShownMax)
        rule.lines.push(`第 ${String(line)} 行 line ${String(line)} (${sourceKey ?? "?"}) ${path}`);
    }
  }

  /** Adds what the lines of one type come to that the hub took. */
  addTaken(
    type: string,
    count: number,
    sums: readonly { readonly name: string; readonly amountFen: string }[],
  ): void {
    const taken = this.taken.get(type) ?? { count: 0, sums: new Map<string, bigint>() };
    this.taken.set(type, taken);
    taken.count += count;
    for (const { name, amountFen } of sums)
      taken.sums.set(name, (taken.sums.get(name) ?? 0n) + BigInt(amountFen));
  }

  count(...statuses: Acknowledgement["status"][]): number {
    return statuses.reduce((sum, status) => sum + (this.counts.get(status) ?? 0), 0);
  }

  /** Lines that are acknowledged, one way or another. */
  get linesCount(): number {
    return [...this.counts.values()].reduce((sum, n) => sum + n, 0);
  }

  /** 0: every line is taken or waits · 1: some were not taken, or are held · 2: not all were processed. */
  get exitCode(): 0 | 1 | 2 {
    if (this.failure !== null || this.count("NOT_SENT") > 0) return 2;
    return this.count("REJECTED", "INVALID", "HELD") > 0 ? 1 : 0;
  }

  get counted(): string {
    const shown = [...this.counts].map(([s, n]) => `${words[s]} ${s} ${String(n)}`);
    const replayed = this.replayed > 0 ? `, 重放 replayed ${String(this.replayed)}` : "";
    return `${shown.join(", ") || "0"}${replayed}`;
  }

  lines(): string[] {
    const rules = [...this.rules].sort(([, a], [, b]) => b.times - a.times);
    return [
      this.counted,
      ...[...this.taken].map(([type, { count, sums }]) => {
        const amounts = [...sums].map(([name, fen]) => `, ${name} ${String(fen)} 分 fen`);
        return `  ${type}: ${String(count)} 条 records${amounts.join("")}`;
      }),
      ...rules.flatMap(([name, { times, zh, en, lines }]) => [
        `  ${name} × ${String(times)}: ${zh} / ${en}`,
        ...lines.map((line) => `    ${line}`),
      ]),
      ...(this.failure === null ? [] : [`未完成 not finished: ${this.failure}`]),
    ];
  }
}
