import type { IncomingMessage } from "node:http";
import { refuseToken } from "./token-refusal";

/**
 * The one Authorization header of a request. `request.headers` keeps the first of several and hides
 * the rest; a proxy in front of us may have looked at another one, so several are refused.
 */
export function readAuthorization(
  request: Pick<IncomingMessage, "headersDistinct">,
): string | undefined {
  const values = request.headersDistinct["authorization"] ?? [];
  if (values.length > 1) throw refuseToken("HEADER_DUPLICATED");
  return values[0];
}
