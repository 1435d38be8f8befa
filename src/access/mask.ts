/**
 * Masks hide personal data but leave text recognisable to who already knows it.
 * Only text can be masked: a masked number would read as a real one.
 */
export type MaskKind = "name" | "id" | "phone" | "account" | "text";

/** Applied before a value leaves the data layer. `null` stays null: nothing was there to hide. */
export const masks: Record<MaskKind, (value: string) => string> = {
  name: (value) => `${[...value][0] ?? ""}*`,
  id: (value) => (value.length > 10 ? `${value.slice(0, 6)}********${value.slice(-4)}` : "****"),
  phone: (value) => (value.length > 7 ? `${value.slice(0, 3)}****${value.slice(-4)}` : "****"),
  account: (value) => (value.length > 4 ? `****${value.slice(-4)}` : "****"),
  text: () => "***",
};
