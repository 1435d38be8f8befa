import { HubError } from "../../error/hub-error";
import { documentLimits } from "../../graph/document-limits";

/** The values of variables from their JSON; null when none were given. */
export function readVariables(json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  const { charactersMax } = documentLimits;
  if (json.length > charactersMax)
    throw new HubError("DOCUMENT_TOO_LARGE", { limit: charactersMax });
  const values = parsed(json);
  if (typeof values !== "object" || values === null || Array.isArray(values))
    throw new HubError("BAD_USER_INPUT", { reason: "variables: a JSON object" });
  return values as Record<string, unknown>;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
