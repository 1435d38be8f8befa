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
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity?: Severity;
    readonly path: string;
    readonly zh: string;
    readonly en: string;
    readonly legalBasis?: string;
  }[];
}

interface BrokenRule {
  times: number;
  readonly zh: string;
  readonly en: string;
  readonly lines: string[];
}

/** Lines of one rule that are shown. */
const linesShownMax = 3;

/** Counts what became of the lines of a file, and remembers the first lines of each rule. */
export class SubmissionSummary {
  readonly counts = new Map<string, number>();
  /** Submissions that the hub had already. */
  replayed = 0;
  /** Why not everything was sent; sending the file again goes on from there. */
  failure: string | null = null;
  private readonly rules = new Map<string, BrokenRule>();

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

  count(...statuses: string[]): number {
    return statuses.reduce((sum, status) => sum + (this.counts.get(status) ?? 0), 0);
  }

  /** 0: every line is taken or waits · 1: some were not taken, or are held · 2: not all were processed. */
  get exitCode(): 0 | 1 | 2 {
    if (this.failure !== null || this.count("NOT_SENT") > 0) return 2;
    return this.count("REJECTED", "INVALID", "HELD") > 0 ? 1 : 0;
  }

  get counted(): string {
    const shown = [...this.counts].map(([status, n]) => `${status} ${String(n)}`);
    const replayed = this.replayed > 0 ? `, replayed ${String(this.replayed)}` : "";
    return `${shown.join(", ") || "0"}${replayed}`;
  }

  lines(): string[] {
    const rules = [...this.rules].sort(([, a], [, b]) => b.times - a.times);
    return [
      this.counted,
      ...rules.flatMap(([name, { times, zh, en, lines }]) => [
        `  ${name} × ${String(times)}: ${zh} / ${en}`,
        ...lines.map((line) => `    ${line}`),
      ]),
      ...(this.failure === null ? [] : [`未完成 not finished: ${this.failure}`]),
    ];
  }
}
