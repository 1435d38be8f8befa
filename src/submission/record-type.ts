import type { OrganisationType } from "../access/organisation-type";

/** Placeholder shape until the engine lands; see submission/. */
export interface RecordType {
  name: string;
  /** Name of its mutation, e.g. `submitPolicies`. */
  mutation: string;
  /** The organisation types that may submit it. */
  submitters: readonly OrganisationType[];
}
