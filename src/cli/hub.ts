import "reflect-metadata";
import { readConfig } from "../config";
import { commands } from "./commands";

const usage = `hub <command> [options]

${[...commands].map(([name, { help }]) => `  hub ${name.padEnd(10)} ${help}`).join("\n")}
`;

async function main(): Promise<number> {
  const [name = "help", ...rest] = process.argv.slice(2);
  const command = commands.get(name);
  if (!command) {
    process.stdout.write(usage);
    return name === "help" || name === "--help" ? 0 : 2;
  }
  return command.load().run(rest, readConfig());
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`hub: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
