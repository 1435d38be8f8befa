import type { Row } from "../../database/database";
import type { ChainKey } from "./chain-key";
import type { LogFault } from "./log-fault";

/** An entry whose hash does not fit its place and content. */
export interface Misfit {
  readonly seq: number;
  readonly row: Row;
  readonly key: ChainKey;
  /** The hash stored before it. */
  readonly previous: string;
}

/** Every two misfits are tried with every hash among them. */
const triedMax = 40;

/**
 * Tells entries that were moved from those that were altered: a moved one fits the place it had
 * before, after some hash that is still to be found.
 */
export function misplaced(misfits: readonly Misfit[]): LogFault[] {
  const tried = misfits.slice(0, triedMax);
  const hashes = [
    ...new Set(tried.flatMap(({ previous, row }) => [previous, String(row["hash"])])),
  ];
  return misfits.map(({ seq, row, key }) => {
    const from = tried.find(
      (other) =>
        other.seq !== seq &&
        hashes.some((hash) => key.entryHash(hash, other.seq, row) === row["hash"]),
    );
    return from ? { kind: "MOVED", seq, from: from.seq } : { kind: "ALTERED", seq };
  });
}
