/**
 * A published value as resolvers answer it: an object with the fields of the class that declares
 * it, never an instance.
 */
export type Plain<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : { [K in keyof T]: Plain<T[K]> };
