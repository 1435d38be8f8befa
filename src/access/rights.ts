import type { Label } from "./label";
import { rightOf } from "./matrix";
import type { OrganisationType } from "./organisation-type";
import type { Right } from "./right";

/** The version of the policy every decision names. Grants will raise it. */
const basePolicyVersion = "base-1";

/**
 * What one organisation may do, compiled. Organisations with equal rights share one value, so
 * decisions are cached by identity of this object.
 */
export interface Rights {
  /** Equal keys mean equal rights: the key of every cache that depends on rights. */
  readonly key: string;
  readonly policyVersion: string;
  of(coordinate: string, label: Label): Right;
}

const compiled = new Map<OrganisationType, Rights>();

/** The rights an organisation type starts from. */
export function baseRights(type: OrganisationType): Rights {
  let rights = compiled.get(type);
  if (!rights) {
    rights = {
      key: `${basePolicyVersion}:${type}`,
      policyVersion: basePolicyVersion,
      of: (_coordinate, label) => rightOf(type, label),
    };
    compiled.set(type, rights);
  }
  return rights;
}
