import type { EntityClass } from "../../src/query/entity-model";

/** What a column takes. */
export type Stored = string | number | null;

/** A list of texts is stored as JSON, a truth value as 1 or 0, everything else as it is. */
type StoredAs<T> = T extends boolean
  ? 0 | 1
  : T extends readonly string[]
    ? string
    : T extends Stored
      ? T extends string
        ? string
        : T
      : never;

type Columns<E> = {
  [K in keyof E]-?: NonNullable<E[K]> extends string | number | boolean | readonly string[]
    ? K
    : never;
}[keyof E];

/**
 * A row of an entity's table by property name: every column, no relation. `Computed` names the
 * fields that have no column. A column added to the entity is missing here and does not compile.
 */
export type RowOf<E, Computed extends keyof E = never> = {
  readonly [K in Exclude<Columns<E>, Computed>]: StoredAs<E[K]>;
};

/** Takes rows, one at a time, in whatever order they are told. */
export interface RowSink {
  add<E extends object>(
    entity: EntityClass & (abstract new () => E),
    row: Readonly<Partial<Record<keyof E, Stored>>>,
  ): void;
}

export function yes(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
