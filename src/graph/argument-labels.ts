import type { Mention } from "../access/right";
import type { Label } from "../access/label";

/** What giving an argument means: mentioning a field (its coordinate), or nothing of the data. */
export type ArgumentMeaning = { field: string; mention: Mention } | { label: Label };

const meanings = new Map<string, ArgumentMeaning>();

/** Says what the argument `Type.field.argument` mentions. Called where the argument is declared. */
export function declareArgument(coordinate: string, meaning: ArgumentMeaning): void {
  meanings.set(coordinate, meaning);
}

export function argumentMeaning(coordinate: string): ArgumentMeaning | undefined {
  return meanings.get(coordinate);
}
