import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const PS_WAIT_MILLISECONDS = 5_000;
/** Position of "starttime" in /proc/PID/stat, counted from the state behind the command name. */
const START_TIME_INDEX = 19;

/**
 * When the process was started, as an opaque stamp; undefined when it is dead. A number of a
 * process alone says little: numbers are used again, and a dead process whose parent has not
 * collected it still answers `kill(pid, 0)`.
 */
export function processStamp(pid: number): string | undefined {
  return existsSync("/proc/self/stat") ? stampFromProc(pid) : stampFromPs(pid);
}

/** The command line of a living process, arguments joined by one space. */
export function processCommandLine(pid: number): string {
  if (processStamp(pid) === undefined) return "";
  if (!existsSync("/proc/self/cmdline")) return ps(pid, "command=");
  return read(`/proc/${pid}/cmdline`).split("\0").join(" ").trim();
}

function stampFromProc(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === "") return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const state = fields[0] ?? "Z";
  return "ZXx".includes(state) ? undefined : fields[START_TIME_INDEX];
}

function stampFromPs(pid: number): string | undefined {
  const [state, ...started] = ps(pid, "stat=,lstart=").split(/\s+/);
  return state === undefined || state === "" || state.startsWith("Z")
    ? undefined
    : started.join(" ");
}

function ps(pid: number, columns: string): string {
  try {
    const args = ["-ww", "-o", columns, "-p", String(pid)];
    return execFileSync("ps", args, { encoding: "utf8", timeout: PS_WAIT_MILLISECONDS }).trim();
  } catch {
    return "";
  }
}

/** A process may end between any two looks at it; then its files are gone. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
