import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Config } from "../config";
import { reportMistake } from "./say";

/** The thread of a hub that does what takes long. */
export interface Beside {
  /** Where it answers; null once it has ended. */
  url(): string | null;
  stop(): Promise<void>;
}

/** Starts `hub beside` in a thread of this process, with which it ends, however that ends. */
export async function startBeside(config: Config, databaseUrl: string): Promise<Beside> {
  const [, program = ""] = process.argv;
  const thread = new Worker(program, {
    argv: ["beside"],
    env: {
      ...process.env,
      HUB_DIR: config.directory,
      DATABASE_URL: databaseUrl,
      HOST: "127.0.0.1",
      PORT: "0",
    },
  });
  const ended = new Promise((resolve) => thread.once("exit", resolve));
  // An error of the thread ends it; this hub then does everything itself.
  thread.on("error", (error) => reportMistake(randomUUID(), error));
  const started = new Promise((resolve) => thread.once("message", resolve));
  const first = await Promise.race([started, ended]);
  let url = typeof first === "string" ? first : null;
  void ended.then(() => (url = null));
  return {
    url: () => url,
    stop: async () => {
      if (url !== null) thread.postMessage("stop");
      await ended;
    },
  };
}
