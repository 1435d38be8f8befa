import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Job, JobReport } from "./jobs";

const root = join(__dirname, "..");

/** A child process that does jobs, perhaps with one leak built into its copy of the hub. */
export class Worker {
  private constructor(private readonly child: ChildProcess) {}

  /** `directory` is where children keep what they compiled for one another. */
  static start(directory: string, leak: string | null = null): Worker {
    const register = join(root, "scripts", "swc-register.cjs");
    const hook = join(__dirname, "leaks", "leak-hook.ts");
    const child = fork(join(__dirname, "child.ts"), [], {
      execArgv: ["-r", register, "-r", hook],
      env: { ...process.env, NODE_ENV: "test", AUDIT_LEAK: leak ?? "", AUDIT_COMPILED: directory },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    return new Worker(child);
  }

  /** Does one job; rejects when the child fails or ends. */
  async run(job: Job): Promise<JobReport> {
    const answered = new Promise<JobReport>((resolve, reject) => {
      const onExit = (code: number | null): void => {
        reject(new Error(`a child process of the audit ended with ${String(code)}`));
      };
      this.child.once("exit", onExit);
      const onMessage = (message: { report?: JobReport; failure?: string }): void => {
        if (!message.report && message.failure === undefined) return;
        this.child.off("exit", onExit);
        this.child.off("message", onMessage);
        if (message.report) resolve(message.report);
        else reject(new Error(message.failure));
      };
      this.child.on("message", onMessage);
    });
    this.child.send(job);
    return answered;
  }

  stop(): void {
    this.child.kill();
  }
}

/** Does tasks, at most `width` at a time, and keeps their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await act(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}
