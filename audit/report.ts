import type { AuditReport, ControlReport } from "./jobs";
import { leakNamed } from "./leaks/leaks";
import { noticedShareMin, type AuditResult, type LeakReport, type Listener } from "./run-audit";
import { declassifications } from "./worlds/declassified";

/** Says what the audit finds, in words a supervisor understands. */
export function reporter(say: (line: string) => void): Listener {
  return {
    organisation: (report) => organisationLines(report).forEach(say),
    control: (report) => say(controlLine(report)),
    leak: (report) => say(leakLine(report)),
  };
}

/** Operations that are all refused tell nothing apart and prove nothing. */
const answeredShareMin = 0.3;

/** True when nothing was told apart, the control noticed enough, and every leak was caught. */
export function isPassed({ organisations, control, leaks }: AuditResult): boolean {
  return (
    organisations.every(({ told }) => told === null) &&
    organisations.every(({ asked, answered }) => answered >= asked * answeredShareMin) &&
    (control === null || control.noticed >= control.pairs * noticedShareMin) &&
    leaks.every(({ caught }) => caught !== null)
  );
}

/** The last lines of the audit. */
export function summaryLines(result: AuditResult): string[] {
  const { seed, organisations, leaks } = result;
  const asked = organisations.reduce((sum, report) => sum + report.asked, 0);
  const told = organisations.filter((report) => report.told !== null).length;
  const caught = leaks.filter((leak) => leak.caught !== null).length;
  const verdict = isPassed(result) ? "通过 PASSED" : "未通过 FAILED";
  return [
    "",
    "规范明确公开的例外 What the specification itself publishes of hidden data:",
    ...declassifications.map(({ what }) => `  · ${what}`),
    "",
    `${String(organisations.length)} 个组织,${String(asked)} 次操作,${String(told)} 个组织分辨出两个世界;` +
      `埋入的泄漏 ${String(caught)}/${String(leaks.length)} 被发现`,
    `${String(organisations.length)} organisations, ${String(asked)} operations, ${String(told)} told the ` +
      `two worlds apart; ${String(caught)} of ${String(leaks.length)} seeded leaks were caught`,
    `随机种子 seed ${String(seed)} · ${verdict}`,
  ];
}

function organisationLines({ code, asked, answered, told, mistakes }: AuditReport): string[] {
  const numbers = `${String(asked)} 次操作 operations, ${String(answered)} 次得到数据 answered with data`;
  const notes = mistakes.map(
    (query) => `    系统内部错误(两个世界相同) INTERNAL in both worlds: ${oneLine(query)}`,
  );
  if (!told)
    return [
      `✓ ${code}  两个世界的回答逐字节相同 both worlds answered alike  (${numbers})`,
      ...notes,
    ];
  const { operation, difference } = told;
  return [
    `✗ ${code}  分辨出两个世界:存在泄漏 told the two worlds apart: a leak  (${numbers})`,
    ...operation.query.split("\n").map((line) => `    ${line}`),
    `    变量 variables: ${JSON.stringify(operation.variables)}`,
    ...(operation.subgraph ? [`    子图 subgraph: ${operation.subgraph}`] : []),
    ...(operation.after ? [`    同时询问者 asked at the same time by: ${operation.after}`] : []),
    `    ${difference.what} 1: ${difference.one}`,
    `    ${difference.what} 2: ${difference.two}`,
    ...notes,
  ];
}

function controlLine({ pairs, noticed, missed }: ControlReport): string {
  const mark = noticed >= pairs * noticedShareMin ? "✓" : "✗";
  const share = `${String(noticed)}/${String(pairs)}`;
  return (
    `${mark} 对照:可见全部数据者分辨出 ${share} 对 Positive control: who sees everything told ` +
    `${share} pairs apart${missed.length ? ` (未分辨 missed: ${missed.join(", ")})` : ""}`
  );
}

function leakLine({ name, caught, failure }: LeakReport): string {
  const { zh, en } = leakNamed(name);
  const words = `${name.padEnd(34)} ${zh} ${en}`;
  if (caught)
    return `✓ 埋入的泄漏被发现 seeded leak caught: ${words} (${caught.code}, ${String(caught.asked)})`;
  const why = failure === null ? "" : `\n    ${failure}`;
  return `✗ 埋入的泄漏未被发现 seeded leak missed: ${words}${why}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 400);
}
