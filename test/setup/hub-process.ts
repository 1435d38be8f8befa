import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What a hub says about its MariaDB. */
export interface HeldMariadb {
  readonly pid: number;
  readonly url: string;
  readonly isShared: boolean;
}

/** A process that holds the MariaDB of a directory, and the ways it may end. */
export class HubProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly mariadb: HeldMariadb,
  ) {}

  static async start(directory: string): Promise<HubProcess> {
    const child = HubProcess.spawn(directory);
    if (!child.stdout) throw new Error("the hub has no output");
    for await (const line of createInterface(child.stdout)) {
      return new HubProcess(child, JSON.parse(line) as HeldMariadb);
    }
    throw new Error("the hub ended before its MariaDB answered");
  }

  /** Only begun: for tests that end it in the middle of the start. */
  static spawn(directory: string): ChildProcess {
    const register = join(__dirname, "..", "..", "scripts", "swc-register.cjs");
    const args = ["-r", register, join(__dirname, "hold-mariadb.ts"), directory];
    return spawn(process.execPath, args, {
      stdio: ["pipe", "pipe", "inherit"],
      detached: true,
    });
  }

  private get pid(): number {
    // Never 0: a signal to process 0 is a signal to ourselves.
    if (this.child.pid === undefined) throw new Error("the hub was never started");
    return this.child.pid;
  }

  /** As a service manager stops it. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  /** As a closed terminal ends it: the process and everything in its group, at once. */
  async kill(): Promise<void> {
    await this.end("SIGKILL", -this.pid);
  }

  private async end(signal: NodeJS.Signals, target = this.pid): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    process.kill(target, signal);
    await once(this.child, "exit");
  }
}
