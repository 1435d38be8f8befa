import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Config } from "../config";
import type { Elsewhere } from "../server/heavy-requests";
import { reportMistake } from "./say";

/** Messages to the thread. */
export type BesideMessage = "asked" | "stop";

/** The thread of a hub that does what takes long; its address is null once it has ended. */
export interface Beside extends Elsewhere {
  stop(): Promise<void>;
}

/** How often the thread is told that somebody asks. */
const toldMs = 250;

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
  const tell = (message: BesideMessage): void => {
    if (url !== null) thread.postMessage(message);
  };
  let toldAt = -Infinity;
  return {
    url: () => url,
    asked: () => {
      if (performance.now() - toldAt < toldMs) return;
      toldAt = performance.now();
      tell("asked");
    },
    stop: async () => {
      tell("stop");
      await ended;
    },
  };
}
