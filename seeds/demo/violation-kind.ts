/** What an enterprise must be like, so that a violation can happen to it. */
export interface Circumstances {
  /** `chain`: two years of cover, `new`: since less than a year; the others say it themselves. */
  readonly cover?: "chain" | "new" | "uninsured";
  /** How many days ago the current policy started, from and to. */
  readonly ageDays?: readonly [number, number];
  /** How many days after its start the first service is wanted, from and to. */
  readonly visitDays?: readonly [number, number];
  /** Index of the insurer; 0 is the one whose data go in through the mutations. */
  readonly insurer?: number;
  readonly city?: string;
  readonly sector?: string;
  readonly risk?: "HIGH" | "MEDIUM" | "LOW";
  /** Its first service is an inspection for hazards (item 03). */
  readonly inspected?: true;
}

/** Old enough that its first service is long over and settled, young enough to be in force. */
export const settled: Circumstances = { cover: "chain", ageDays: [200, 300], visitDays: [20, 30] };

/** One kind of seeded violation. */
export interface ViolationKind {
  readonly name: string;
  /** The rule of the catalogue that it breaks. */
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  /** How many of a hundred thousand enterprises, but always `min` and never above the limit. */
  readonly perHundredThousand: number;
  readonly min: number;
  /** Enterprises it takes: with 2, the second repeats what belongs to the first. */
  readonly parties: 1 | 2;
  readonly circumstances: Circumstances;
  /** Of the second party, where it differs from the first. */
  readonly partner?: Circumstances;
  /** Where every policy of one insurer in one city is concerned, and of which year. */
  readonly cell?: Cell;
}

/** One insurer's ledger of one city. */
export interface Cell {
  readonly insurer: number;
  readonly city: string;
}

/** One kind, with what most kinds have. */
export function kind(
  [name, rule, zh, en]: readonly [name: string, rule: string, zh: string, en: string],
  perHundredThousand: number,
  circumstances: Circumstances,
  rest: Partial<ViolationKind> = {},
): ViolationKind {
  const ordinary = { min: 1, parties: 1 } as const;
  return { name, rule, zh, en, perHundredThousand, circumstances, ...ordinary, ...rest };
}
