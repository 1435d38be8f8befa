import type { Inclination } from "../jobs";

/** A replacement in one source file, made when the file is loaded and nowhere else. */
export interface Edit {
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A classic leak, put in on purpose to see whether the audit catches it. */
export interface Leak {
  readonly name: string;
  /** In words, for the report. */
  readonly zh: string;
  readonly en: string;
  readonly edits: readonly Edit[];
  /** Organisations that can notice it. */
  readonly organisations: readonly string[];
  /** What the operations aimed at it are inclined to; the usual without it. */
  readonly inclination?: Partial<Inclination>;
}

/** The source with the edits in it; throws when one does not fit, so that leaks stay alive. */
export function withEdits(source: string, edits: readonly Edit[], name: string): string {
  let text = source;
  for (const { file, find, replace } of edits) {
    const parts = text.split(find);
    if (parts.length !== 2)
      throw new Error(
        `leak ${name}: ${String(parts.length - 1)} places in ${file} for ${JSON.stringify(find)}, not one`,
      );
    text = parts.join(replace);
  }
  return text;
}
