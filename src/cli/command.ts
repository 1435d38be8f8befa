import type { Config } from "../config";

/** A command's module: runs with the words after its name, answers the exit code. */
export interface Command {
  run(args: string[], config: Config): Promise<number>;
}
