import type { RowLimit } from "../access/rights";

/**
 * To which rows one operation is limited, by entity name: those on which every field that it
 * mentions may be used. Empty unless the caller's grants are about some rows only.
 */
export type RowLimits = ReadonlyMap<string, readonly RowLimit[]>;

/** The limits of whoever holds no grant about some rows only. */
export const noRowLimits: RowLimits = new Map();
