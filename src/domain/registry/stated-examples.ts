import type { ExampleRows } from "../../submission/findings/finding-rule";

/** What one party states of an enterprise, for an example; the insurer `A` unless said otherwise. */
export interface Stated {
  readonly by?: string;
  readonly standing?: number;
  readonly asOf?: string;
  readonly voided?: number;
  readonly says: Readonly<Record<string, string | number>>;
}

/** Statements about the enterprise `E` by the id of their records; the first version of each. */
export function statements(of: Readonly<Record<string, Stated>>, enterprise = "E"): ExampleRows {
  const all = Object.entries(of);
  return {
    enterprise: { [enterprise]: {} },
    joint_statement: Object.fromEntries(
      all.map(([id, { by = "A", standing = 1, asOf = "2026-05-01", voided = 0 }]) => [
        id,
        {
          ...{ thing_id: enterprise, record_id: id, owner_id: by, version: 1 },
          ...{ standing, as_of: asOf, voided },
        },
      ]),
    ),
    record_version: Object.fromEntries(
      all.map(([id, { says }], n) => [
        id,
        { sequence: 100 + n, record_id: id, version: 1, payload: JSON.stringify(says) },
      ]),
    ),
  };
}

/** As {@link statements}, of which the insurer `A` states `S`, and someone else `O`. */
export const two = (own: Stated, other: Stated): ExampleRows => statements({ S: own, O: other });

/** As {@link statements}, about the subject `S`, of which `A` states one and `B` the other. */
export const byBoth = (one: Stated, other: Stated): ExampleRows =>
  statements({ P: one, Q: { by: "B", ...other } }, "S");
