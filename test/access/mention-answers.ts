import { labels } from "../../src/access/label";
import type { OrganisationType } from "../../src/access/organisation-type";
import type { Graph } from "../../src/graph/schema";
import { mayCall, mayMention } from "../oracle/specified-mentions";
import { specifiedRight } from "../oracle/visible-cells";
import type { Answer } from "../setup/hub";
import type { Mentioned } from "./mention-paths";

/** True when the specification lets organisations of this type mention the field so. */
export function mayUse(graph: Graph, type: OrganisationType, mentioned: Mentioned): boolean {
  const [coordinate = "", mention = ""] = mentioned.split(" ");
  const label = graph.labels.fields.get(coordinate);
  if (!label) throw new Error(`${coordinate} has no label`);
  const [owner = "", name = ""] = coordinate.split(".");
  if (owner === "Mutation" && !mayCall(type, name)) return false;
  return mayMention(type, label, mention);
}

/** The denials the specification asks for: one for each (field, kind of mention). */
export function expectedDenials(
  graph: Graph,
  type: OrganisationType,
  mentions: Iterable<Mentioned>,
): Mentioned[] {
  return [...mentions].filter((mentioned) => !mayUse(graph, type, mentioned));
}

/** The denials that came; whatever else came stands among them as itself. */
export function deniedIn(graph: Graph, type: OrganisationType, body: Answer["body"]): string[] {
  return (body.errors ?? []).flatMap((error) => {
    const code = String(error.extensions["code"]);
    // Refusals of values that were made up come after the decision.
    if (code.startsWith("BAD_")) return [];
    if (code !== "FORBIDDEN") return [`${code} ${error.message}`];
    const { field, mention } = error.extensions as Record<"field" | "mention", string>;
    const isWhole = body.data === undefined && isExplained(graph, type, error);
    return [isWhole ? `${field} ${mention}` : `unexplained: ${JSON.stringify(error)}`];
  });
}

type Denial = NonNullable<Answer["body"]["errors"]>[number];

/** True when a denial says what the specification wants it to say, and says it of this field. */
function isExplained(graph: Graph, type: OrganisationType, denial: Denial): boolean {
  const { field, mention, ...said } = denial.extensions as Record<string, string>;
  const label = graph.labels.fields.get(field ?? "");
  if (!label || !field || !mention) return false;
  const facts = [
    said["label"] === label,
    said["right"] === specifiedRight(type, label),
    said["legalBasis"] === labels[label].legalBasis,
    /^base-\d/.test(said["policyVersion"] ?? ""),
    said["grantedBy"] === labels[label].owner,
    denial.message.includes(`以 ${mention} 方式使用 ${field}`),
  ];
  return facts.every(Boolean);
}
