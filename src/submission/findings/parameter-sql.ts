import { nationwide } from "../rule";

/** A number that regions may set, where and when it is asked for: SQL over aliases of our own. */
export interface ParameterAt {
  readonly name: string;
  /** Where none is in force; null: there is none. */
  readonly standard: number | null;
  readonly region: string;
  readonly day: string;
}

/** The value in force for a region on a day: the longest prefix wins. */
export function parameterInForce({ name, standard, region, day }: ParameterAt): string {
  if (!/^[a-zA-Z]+$/.test(name)) throw new Error(`${name} is no name of a parameter`);
  const inForce = `(SELECT q.value FROM region_parameter q WHERE q.key = '${name}'
    AND (q.region_prefix = '${nationwide}' OR ${region} LIKE CONCAT(q.region_prefix, '%'))
    AND q.effective_from <= ${day}
    AND (q.effective_to IS NULL OR q.effective_to >= ${day})
    ORDER BY q.region_prefix = '${nationwide}', CHAR_LENGTH(q.region_prefix) DESC,
      q.effective_from DESC LIMIT 1)`;
  return standard === null ? inForce : `COALESCE(${inForce}, ${String(standard)})`;
}
