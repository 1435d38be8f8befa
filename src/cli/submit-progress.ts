import type { SubmitProgress } from "./submit-file";

const barWidth = 24;
const barEveryMs = 100;
const lineEveryMs = 5_000;

/** Where progress is shown. */
export interface ProgressScreen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/**
 * Shows how far a file has come: on a terminal a bar that is drawn over itself, else a line every
 * five seconds.
 */
export class ProgressBar {
  private readonly begunMs: number;
  private shownMs: number;
  private isDrawn = false;

  constructor(
    private readonly screen: ProgressScreen,
    private readonly nowMs: () => number,
  ) {
    this.begunMs = nowMs();
    this.shownMs = screen.isTTY ? -Infinity : this.begunMs;
  }

  show(progress: SubmitProgress): void {
    const now = this.nowMs();
    if (now - this.shownMs < (this.screen.isTTY ? barEveryMs : lineEveryMs)) return;
    this.shownMs = now;
    const text = progressText(progress, (now - this.begunMs) / 1_000);
    this.isDrawn = this.screen.isTTY === true;
    this.screen.write(this.isDrawn ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Takes the bar away, so that a line can be written. */
  clear(): void {
    if (this.isDrawn) this.screen.write("\r\u001b[K");
    this.isDrawn = false;
  }
}

/** The bar in words, e.g. `[████░░░░]  50%  1000 行 lines  500/s  剩余 left 2 s`. */
export function progressText({ lines, share }: SubmitProgress, seconds: number): string {
  const part = Math.max(0, Math.min(1, share));
  const full = Math.round(part * barWidth);
  const bar = "█".repeat(full) + "░".repeat(barWidth - full);
  const rate = seconds > 0 ? Math.round(lines / seconds) : 0;
  const left = part > 0 ? duration((seconds * (1 - part)) / part) : "?";
  const percent = `${String(Math.floor(part * 100)).padStart(3)}%`;
  return `  [${bar}] ${percent}  ${String(lines)} 行 lines  ${String(rate)}/s  剩余 left ${left}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${String(whole)} s`;
  return `${String(Math.floor(whole / 60))} min ${String(whole % 60).padStart(2, "0")} s`;
}
