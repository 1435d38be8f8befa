import type { GraphQLError } from "graphql";
import { errorCodes } from "../../error/error-code";
import { HubError, type HubErrorArguments } from "../../error/hub-error";

/** The coded error a subgraph answered with; anything else is a mistake of ours. */
export function subgraphError(error: GraphQLError): Error {
  const { code } = error.extensions;
  // That a subgraph refused its gateway is nothing the caller did or could mend.
  if (typeof code !== "string" || !(code in errorCodes) || code === "SUBGRAPH_SIGNATURE_INVALID")
    return new Error(`subgraph: ${error.message}`, { cause: error.originalError ?? error });
  // Which details belong to a code is known to the compiler only where the code is written out.
  const own = new Set(["code", "zh", "en"]);
  const details = Object.entries(error.extensions).filter(([name]) => !own.has(name));
  return new HubError(...([code, Object.fromEntries(details)] as HubErrorArguments));
}
