/** What one filter or order may hold, judged before anything is read. */
export const filterLimits = {
  /** Values of one `in`, `notIn`, `hasSome` or `hasEvery`. */
  valuesMax: 500,
  /** Levels of `and`, `or`, `not` and relations within each other. */
  depthMax: 6,
  /** Operators, relations and parts of `and` and `or`, all together. */
  conditionsMax: 100,
  /** Characters of `startsWith` and `contains`; at least one. */
  patternCharactersMax: 100,
  /** Characters of any other text. */
  textCharactersMax: 1_000,
  /** Keys of one order. */
  orderKeysMax: 5,
} as const;
