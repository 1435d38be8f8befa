// Runs a program as if it were this one: same streams, same signals, same exit code.
import { spawn } from "node:child_process";
import { constants } from "node:os";

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Resolves to the exit code; 128 + number when a signal ended the child, as a shell says it. */
export function runChild(args, options = {}) {
  const child = spawn(process.execPath, args, { stdio: "inherit", ...options });
  const forward = (signal) => {
    // At a terminal Ctrl-C reaches the whole group: the child has it already.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
