import { isObjectType, type GraphQLSchema } from "graphql";
import type { Caller } from "../../access/caller";
import { callerRowsWords } from "../../access/caller-rows-words";
import type { FieldMention } from "../../access/decision";
import { isAbout } from "../../access/grant";
import { labels, type Label } from "../../access/label";
import { isSomewhere, type RowLimit } from "../../access/rights";
import { rowScopeWords } from "../../access/row-scope-words";
import type { Words } from "../../access/words";
import type { OrganisationType } from "../../access/organisation-type";
import { callersOf } from "../../graph/root-rules";
import { rowsBehind } from "../../graph/row-limits-of";
import { maskLimit } from "../../query/read-plan";
import type { Plain } from "../supervision/plain";
import { AccessVerdict, type FieldExplanation } from "./explanation";

/** What is the same for every field of a document. */
export interface Explaining {
  readonly schema: GraphQLSchema;
  readonly caller: Caller;
  readonly labelOf: (coordinate: string) => Label;
  /** When the caller's grants end, by id. */
  readonly grantEnds: ReadonlyMap<string, string | null>;
  /** Codes of the organisations that can grant, by type. */
  readonly granters: ReadonlyMap<OrganisationType, readonly string[]>;
}

/** Explains one mention; `isDenied` is what the decision said of it. */
export function explainField(
  mentioned: FieldMention,
  isDenied: boolean,
  by: Explaining,
): Plain<FieldExplanation> {
  const { field, mention } = mentioned;
  const { schema, caller, granters, grantEnds } = by;
  const { rights } = caller;
  const label = by.labelOf(field);
  const { level, legalBasis, owner, zh, en } = labels[label];
  const right = rights.of(field, label);
  const masked = mention === "SELECT" && !isDenied ? maskOf(field, by) : null;
  const verdict = verdictOf(mentioned, right === "A", isDenied, masked);
  const about = rights.grants.filter((grant) => isAbout(grant, field, label));
  return {
    field,
    mention,
    verdict,
    allowed: !isDenied && verdict !== AccessVerdict.DENIED,
    label,
    labelName: { zh, en },
    level,
    right: right === "-" ? "NOTHING" : right,
    rows: rowsWords(mentioned, isDenied, by),
    plainRows:
      verdict === AccessVerdict.MASKED_IN_PART
        ? scopeWords(field, masked?.plain ?? null, by)
        : null,
    legalBasis,
    policyVersion: rights.policyVersion,
    grants: about.map(({ id }) => ({ id, validTo: grantEnds.get(id) ?? null })),
    grantedBy: owner,
    granters: [...(granters.get(owner) ?? [])],
    callers: startersOf(schema, field),
  };
}

interface Masked {
  /** The rows on which it is plain nevertheless. */
  readonly plain: RowLimit;
  /** False when there is no mask for it: then it is not read at all. */
  readonly maskable: boolean;
}

/** How the read engine masks a field; null when it reads plain wherever it reads. */
function maskOf(coordinate: string, { schema, caller, labelOf }: Explaining): Masked | null {
  const plain = maskLimit(coordinate, { label: labelOf(coordinate) }, caller.rights);
  if (!plain) return null;
  const [, name = ""] = coordinate.split(".");
  const field = rowsBehind(schema, coordinate)?.fields.get(name);
  return { plain, maskable: field?.mask !== null };
}

function verdictOf(
  { mention }: FieldMention,
  aggregatesOnly: boolean,
  isDenied: boolean,
  masked: Masked | null,
): AccessVerdict {
  const reads = mention !== "INPUT" && mention !== "CALL";
  if (aggregatesOnly && reads) return AccessVerdict.AGGREGATE_ONLY;
  if (isDenied) return AccessVerdict.DENIED;
  if (!masked) return AccessVerdict.VISIBLE;
  if (!masked.maskable) return AccessVerdict.DENIED;
  return isSomewhere(masked.plain) ? AccessVerdict.MASKED_IN_PART : AccessVerdict.MASKED;
}

/** The rows the field's type has for the caller; figures are computed over all its rows. */
function rowsWords(
  mentioned: FieldMention,
  isDenied: boolean,
  by: Explaining,
): Plain<Words> | null {
  const { field, mention } = mentioned;
  if (mention === "INPUT" || mention === "CALL") return null;
  const label = by.labelOf(field);
  const limit = isDenied ? null : by.caller.rights.rowsFor(field, label, mention);
  const words = scopeWords(field, limit, by);
  return words ?? (label === "public" ? null : callerRowsWords(by.caller));
}

function scopeWords(
  coordinate: string,
  limit: RowLimit | null,
  { schema, caller }: Explaining,
): Plain<Words> | null {
  const entity = rowsBehind(schema, coordinate);
  return entity && rowScopeWords(entity.scope, caller, limit);
}

function startersOf(schema: GraphQLSchema, coordinate: string): OrganisationType[] | null {
  const [typeName = "", name = ""] = coordinate.split(".");
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const callers = field && callersOf(field);
  return callers ? [...callers] : null;
}
