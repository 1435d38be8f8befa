/** Longest submission key or source key, in characters. */
export const keyMax = 100;
