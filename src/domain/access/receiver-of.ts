import type { Caller } from "../../access/caller";
import type { HubContext } from "../../graph/context";
import { labels } from "../../access/label";
import type { OrganisationType } from "../../access/organisation-type";
import type { GrantReason } from "./grant-refusals";
import { reasonFor } from "./grant-refusals";

const ownerTypes = new Set<OrganisationType>(Object.values(labels).map(({ owner }) => owner));

/**
 * Whom a request is for. Who owns no data asks for itself only, and learns nothing about other
 * organisations: their codes and those of nobody are answered alike.
 */
export async function receiverOf(
  { caller, callers }: Pick<HubContext, "caller" | "callers">,
  code: string,
): Promise<{ receiver: Caller } | { fault: GrantReason }> {
  if (code === caller.organisationCode) return { receiver: caller };
  if (!ownerTypes.has(caller.type)) return { fault: reasonFor("RECEIVER_NOT_YOURS", "receiver") };
  const receiver = await callers.ofCode(code);
  return receiver ? { receiver } : { fault: reasonFor("RECEIVER_UNKNOWN", "receiver") };
}
