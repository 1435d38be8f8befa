/** Longest submission key or source key, in characters. */
export const keyMax = 100;

/** MariaDB's utf8mb4_bin ignores trailing blanks; keys are compared byte by byte. */
export const byteWise = { charset: "utf8mb4", collation: "utf8mb4_nopad_bin" } as const;
