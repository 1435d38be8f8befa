import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick. */
const ticksPerSecond = 100;
const userTimeField = 11;

/** Processor time a process has used so far, by all its threads; NaN where there is no /proc. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    // The name of the program may hold blanks, so count from behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[userTimeField]) + Number(fields[userTimeField + 1])) / ticksPerSecond;
  } catch {
    return NaN;
  }
}
