import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "../../config";
import { createOnce } from "./create-once";

/**
 * The secret that gateway and subgraphs share: GATEWAY_KEY, or in development one made on first use
 * under `.hub/`, so that both sides started from one directory find the same.
 */
export async function openGatewayKey(
  config: Pick<Config, "environment" | "directory" | "gatewayKey">,
): Promise<string> {
  if (config.gatewayKey !== undefined) return config.gatewayKey;
  if (config.environment === "production") {
    throw new Error("生产环境必须设置 GATEWAY_KEY / production needs GATEWAY_KEY");
  }
  const path = join(config.directory, "gateway", "key");
  return createOnce(path, () => Promise.resolve(randomBytes(32).toString("base64url")));
}
