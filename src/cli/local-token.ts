import type { Config } from "../config";
import { openDatabase } from "./open-database";
import { tokenFor } from "./token";

/** A token of the local issuer for an organisation of this installation. */
export async function localToken(config: Config, code: string): Promise<string> {
  const opened = await openDatabase(config);
  try {
    return await tokenFor(config, opened.url, code, new Date());
  } finally {
    await opened.close();
  }
}
