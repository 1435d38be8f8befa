import type { FieldMention } from "../../access/decision";

/** What naming a part of an input means: these mentions of fields elsewhere, and nothing else. */
export interface MeansMentions {
  readonly extensions: { readonly mentions: readonly FieldMention[] };
}

/** Naming this part of an input mentions these fields. */
export function mentionsFields(...mentions: readonly FieldMention[]): MeansMentions {
  return { extensions: { mentions } };
}

/** Naming this part of an input says nothing of the data: an operator, a direction. */
export const saysNothing = mentionsFields();
