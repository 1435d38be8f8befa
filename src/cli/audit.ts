import "reflect-metadata";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Config } from "../config";
import { openGatewayKey } from "../server/authentication/gateway-key";
import { ChainKey } from "../access/log/chain-key";
import { purgeExpired } from "./audit-purge";
import { verifyAccessLog } from "./audit-verify";
import { openDatabase } from "./open-database";
import { say } from "./say";

const usage = `用法 usage:
  hub audit verify [--expect SEQ:HASH]… [--former-key-file FILE]…
  hub audit purge`;

/**
 * `hub audit`: verifies the access log (0: as the hub wrote it, 1: not), or removes what expired.
 * Needs no running hub, and disturbs none.
 */
export async function run(args: string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      expect: { type: "string", multiple: true, default: [] },
      "former-key-file": { type: "string", multiple: true, default: [] },
    },
  });
  const [act] = positionals;
  if (positionals.length !== 1 || (act !== "verify" && act !== "purge")) {
    say(usage);
    return 2;
  }
  const key = new ChainKey(await openGatewayKey(config));
  const former = values["former-key-file"].map(
    (file) => new ChainKey(readFileSync(file, "utf8").trim()),
  );
  const database = await openDatabase(config);
  try {
    if (act === "purge") return await purgeExpired(database.url, key, config);
    return await verifyAccessLog(database.url, [key, ...former], config, values.expect);
  } finally {
    await database.close();
  }
}
