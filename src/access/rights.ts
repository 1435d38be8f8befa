import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { isAbout, type Grant, type GrantRows } from "./grant";
import type { Label } from "./label";
import { rightOf } from "./matrix";
import type { OrganisationType } from "./organisation-type";
import { isPlain, permits, type Mention, type Right } from "./right";

/** The version of the matrix; every change of grants adds to what follows it. */
const matrixVersion = "base-1";
/** Sets of rights kept compiled; organisations with equal rights share one. */
const compiledMax = 2_000;

/**
 * Rows on which something is allowed: the organisation's own rows (or none of them), with some
 * added and some taken away. Taking away wins.
 */
export interface RowLimit {
  readonly own: boolean;
  readonly also: readonly GrantRows[];
  readonly except: readonly GrantRows[];
}

/** All the organisation's own rows, and no others. */
export const allOwnRows: RowLimit = { own: true, also: [], except: [] };

/**
 * What one organisation may do, compiled. Organisations with equal rights share one value, so
 * decisions are cached by identity of this object.
 */
export interface Rights {
  /** Equal keys mean equal rights: the key of every cache that depends on rights. */
  readonly key: string;
  /** The policy version every decision names. */
  readonly policyVersion: string;
  /** The organisation type they start from. */
  readonly type: OrganisationType;
  /** The grants these rights rest on besides the matrix. */
  readonly grants: readonly Grant[];
  /** The widest right on any row, for texts. */
  of(coordinate: string, label: Label): Right;
  /** True when the field may be mentioned in this way, on some row at least. */
  permits(coordinate: string, label: Label, mention: Mention): boolean;
  /** The rows on which it may be mentioned in this way; null means all the organisation's own. */
  rowsFor(coordinate: string, label: Label, mention: Mention): RowLimit | null;
  /** The rows on which it reads plain rather than masked; null means all, wherever it reads. */
  plainRows(coordinate: string, label: Label): RowLimit | null;
}

const compiled = new LRUCache<string, Rights>({ max: compiledMax });

/** The rights an organisation type starts from. */
export function baseRights(type: OrganisationType): Rights {
  return rightsOf(type, [], 0);
}

/** The rights of a type with the grants in force; `version` counts the changes of all grants. */
export function rightsOf(
  type: OrganisationType,
  grants: readonly Grant[],
  version: number,
): Rights {
  const policyVersion = version === 0 ? matrixVersion : `${matrixVersion}.${String(version)}`;
  const key = `${policyVersion}:${type}${grants.length ? `:${digestOf(grants)}` : ""}`;
  let rights = compiled.get(key);
  if (!rights) {
    rights = new CompiledRights(key, policyVersion, type, grants);
    compiled.set(key, rights);
  }
  return rights;
}

/**
 * These rights under the policy version that a key names, or null when the key is of other rights.
 * Every act on any grant makes a new version; most leave the rights of an organisation as they were.
 */
export function rightsOfKey({ type, grants }: Rights, key: string): Rights | null {
  const version = /^[^:.]*(?:\.(\d{1,15}))?:/.exec(key);
  const rights = version && rightsOf(type, grants, Number(version[1] ?? 0));
  return rights?.key === key ? rights : null;
}

function digestOf(grants: readonly Grant[]): string {
  return createHash("sha256").update(JSON.stringify(grants)).digest("base64url").slice(0, 22);
}

class CompiledRights implements Rights {
  constructor(
    readonly key: string,
    readonly policyVersion: string,
    readonly type: OrganisationType,
    readonly grants: readonly Grant[],
  ) {}

  of(coordinate: string, label: Label): Right {
    if (this.grants.length === 0) return rightOf(this.type, label);
    const somewhere = (allows: Allows): boolean =>
      isSomewhere(this.limit(coordinate, label, allows));
    const writes = somewhere((right) => permits(right, "INPUT"));
    if (somewhere(isPlain)) return writes ? "RW" : "R";
    if (writes) return "W";
    if (somewhere((right) => permits(right, "SELECT"))) return "M";
    return somewhere((right) => permits(right, "AGGREGATE")) ? "A" : "-";
  }

  permits(coordinate: string, label: Label, mention: Mention): boolean {
    if (this.grants.length === 0) return permits(rightOf(this.type, label), mention);
    return isSomewhere(this.limit(coordinate, label, (right) => permits(right, mention)));
  }

  rowsFor(coordinate: string, label: Label, mention: Mention): RowLimit | null {
    if (this.grants.length === 0) return null;
    return beyondOwn(this.limit(coordinate, label, (right) => permits(right, mention)));
  }

  plainRows(coordinate: string, label: Label): RowLimit | null {
    return beyondOwn(this.limit(coordinate, label, isPlain));
  }

  /** The rows on which the field's right is one of those `allows` names. */
  private limit(coordinate: string, label: Label, allows: Allows): RowLimit {
    const about = this.grants.filter((grant) => isAbout(grant, coordinate, label));
    const rowsOf = (effect: Grant["effect"], allowed: boolean): GrantRows[] =>
      about
        .filter((grant) => grant.effect === effect && allows(grant.right) === allowed)
        .map(({ rows }) => rows);
    const also = rowsOf("WIDEN", true);
    const except = rowsOf("NARROW", false);
    // All rows taken away: nothing is left to limit.
    if (except.some(({ kind }) => kind === "OWN")) return nowhere;
    const own = allows(rightOf(this.type, label)) || also.some(isAllOwn);
    return {
      own,
      also: also.filter((rows) => !isAllOwn(rows) && !(own && rows.kind === "OWN")),
      except,
    };
  }
}

/** All own rows, unless the owner who gave them has only a part of them to give. */
function isAllOwn({ kind, within }: GrantRows): boolean {
  return kind === "OWN" && within === undefined;
}

type Allows = (right: Right) => boolean;

const nowhere: RowLimit = { own: false, also: [], except: [] };

/** False when there is no row on which it is allowed. */
export function isSomewhere({ own, also }: RowLimit): boolean {
  return own || also.length > 0;
}

/** Null for the organisation's own rows, no more and no less: the usual case needs no SQL. */
function beyondOwn(limit: RowLimit): RowLimit | null {
  return limit.own && limit.also.length === 0 && limit.except.length === 0 ? null : limit;
}
