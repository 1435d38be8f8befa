import { HubError } from "../error/hub-error";
import type { Denial } from "./decision";
import { labels } from "./label";
import type { Rights } from "./rights";

/**
 * The one answer to a denied mention, whoever finds it: what was mentioned, its label, the right
 * there is to it, the clause, the policy version and who may grant more. The same whatever the data.
 * For who may not know of the field, the text of "no field".
 */
export function denialError(denial: Denial, rights: Pick<Rights, "policyVersion">): HubError {
  const { field, mention, label, right } = denial;
  if (!denial.explainable) {
    const [type = "", name = ""] = field.split(".");
    return new HubError("GRAPHQL_VALIDATION_FAILED", {
      reason: `Cannot query field "${name}" on type "${type}".`,
    });
  }
  return new HubError("FORBIDDEN", {
    field,
    mention,
    label,
    right,
    legalBasis: labels[label].legalBasis,
    policyVersion: rights.policyVersion,
    grantedBy: labels[label].owner,
  });
}
