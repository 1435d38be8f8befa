/** A `where` as coerced by its input type: fields, relations, `and`, `or` and `not`. */
export type WhereInput = Readonly<Record<string, unknown>>;

/** What stands in a `where` besides fields and relations; no entity has fields of these names. */
export const connectives = ["and", "or", "not"] as const;

/** How a to-many relation is asked about. */
export const quantifiers = ["some", "none", "every"] as const;

/** True for an input object, as coercion makes them. */
export function isWhere(given: unknown): given is WhereInput {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
