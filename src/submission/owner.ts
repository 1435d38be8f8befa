import type { Caller } from "../access/caller";

/**
 * Whose the records of a caller are: of the registry entry that an insurer, service agency or
 * enterprise is, of the organisation itself for everyone else. Null: it has no such entry.
 */
export function ownerOf(caller: Caller): string | null {
  switch (caller.type) {
    case "INSURER":
      return caller.insurerId;
    case "SERVICE_AGENCY":
      return caller.serviceAgencyId;
    case "ENTERPRISE":
      return caller.enterpriseId;
    default:
      return caller.organisationId;
  }
}
