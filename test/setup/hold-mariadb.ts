// A hub as far as MariaDB sees it: a process that starts it, holds it, and gives it back when asked.
import { startPrivateMariadb } from "../../src/database/private-mariadb";

async function main(directory: string): Promise<void> {
  const { pid, url, isShared, stop } = await startPrivateMariadb({
    directory,
    path: process.env.PATH ?? "",
    durable: true,
    bufferPool: "64M",
    logSize: "96M",
  });
  console.log(JSON.stringify({ pid, url, isShared }));
  const end = (): void => void stop().finally(() => process.exit(0));
  process.once("SIGTERM", end);
  // A test run that is killed closes our input: then nobody is left to stop us.
  process.stdin.once("end", end).resume();
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
