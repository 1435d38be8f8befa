/** Bounds of one grouped question. */
export const figureLimits = {
  /** Fields to group by at once. */
  keysMax: 4,
  /** Groups that are computed; a question that makes more is refused, not cut. */
  groupsMax: 10_000,
  /** Groups that are answered when `first` is not given, and at most. */
  firstDefault: 100,
  firstMax: 1_000,
  /** Conditions on groups, and keys of their order. */
  havingMax: 10,
  orderMax: 5,
  /** Decimals of an average. */
  averageScale: 4,
} as const;
