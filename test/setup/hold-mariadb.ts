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
  const idle = setInterval(() => undefined, 60_000);
  process.once("SIGTERM", () => void stop().finally(() => clearInterval(idle)));
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
