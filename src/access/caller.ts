import type { OrganisationType } from "./organisation-type";
import type { Rights } from "./rights";

/** Who is asking: read from the hub's own registry by the token's client id, once per request. */
export interface Caller {
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly type: OrganisationType;
  /** GB/T 2260 prefix of the jurisdiction, e.g. `34`, `3401`, `340104`. */
  readonly regionPrefix: string;
  /** Supervised sectors; for those who are not limited to sectors, all of them. */
  readonly sectors: readonly string[] | "ALL";
  /** The registry entry an insurer, service agency or enterprise is; null for authorities. */
  readonly insurerId: string | null;
  readonly serviceAgencyId: string | null;
  readonly enterpriseId: string | null;
  /** Whether only the documents it registered are answered. */
  readonly registeredOnly: boolean;
  readonly rights: Rights;
}
