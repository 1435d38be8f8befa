/** What is remembered of one organisation and one field, and for how long. */
export const disclosureLimits = {
  /** Days after which an answer is forgotten, and room for new ones made. */
  rememberedDays: 184,
  /** Rows of one answer, and of all that are remembered. */
  rowsMax: 300_000,
  /** Cells of one answer, and of all that are remembered. */
  cellsMax: 500,
  /** Sets of rows that the answers tell apart. */
  atomsMax: 50_000,
  /** Cells of one answer × cells known then × sets of rows: the work of judging one answer. */
  stepsMax: 50_000_000,
  /** Rows up to which what follows from several answers is also judged by its largest parts. */
  closeRowsMax: 1_000,
  /** Pairs of insurers up to which what follows of two together is looked for, too. */
  pairsMax: 500,
} as const;
