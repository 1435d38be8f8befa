/**
 * The same graph with permissions done in other ways, for comparison only: nothing of this can be
 * switched on in the hub, which has no such settings.
 */
export const variants = ["off", "shield", "authorized"] as const;

export type Variant = (typeof variants)[number];
