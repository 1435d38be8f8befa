import type { GraphQLError } from "graphql";
import { errorCodes } from "../../error/error-code";
import { HubError, type HubErrorArguments } from "../../error/hub-error";

/** The coded error a subgraph answered with; anything else is a mistake of ours. */
export function subgraphError(error: GraphQLError): Error {
  const { code } = error.extensions;
  if (isUnreachable(error)) return new HubError("SUBGRAPH_UNAVAILABLE");
  // That a subgraph refused its gateway is nothing the caller did or could mend.
  if (typeof code !== "string" || !(code in errorCodes) || code === "SUBGRAPH_SIGNATURE_INVALID")
    return new Error(`subgraph: ${error.message}`, { cause: error.originalError ?? error });
  // Which details belong to a code is known to the compiler only where the code is written out.
  const own = new Set(["code", "zh", "en"]);
  const details = Object.entries(error.extensions).filter(([name]) => !own.has(name));
  return new HubError(...([code, Object.fromEntries(details)] as HubErrorArguments));
}

const unreachable = /ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EPIPE|UND_ERR_/;
const causesMax = 6;

/** True when somewhere below lies a failure of the connection itself. */
function isUnreachable(error: Error): boolean {
  let current: unknown = error;
  for (let depth = 0; depth < causesMax && typeof current === "object" && current; depth++) {
    const { code, cause, originalError } = current as Record<string, unknown>;
    if (typeof code === "string" && unreachable.test(code)) return true;
    current = originalError ?? cause;
  }
  return unreachable.test(error.message);
}
