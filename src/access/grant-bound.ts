import type { Caller } from "./caller";
import type { GrantRows } from "./grant";
import { isParty } from "./scope-predicate";

type Supervised = Caller["sectors"];

/**
 * Rows that an owner widens to, within its own jurisdiction: an owner gives no more than it has.
 * The receiver's own rows need no bound where the owner supervises all sectors of the receiver.
 */
export function boundedRows(
  rows: GrantRows,
  owner: Pick<Caller, "regionPrefix" | "sectors">,
  receiver: Pick<Caller, "type" | "sectors">,
): GrantRows {
  if (rows.kind === "OWN" && coversReceiver(owner.sectors, receiver)) return rows;
  return { ...rows, within: { region: owner.regionPrefix, sectors: owner.sectors } };
}

/** True when an owner with these sectors supervises the receiver whole. */
export function coversReceiver(
  sectors: Supervised,
  receiver: Pick<Caller, "type" | "sectors">,
): boolean {
  if (sectors === "ALL" || isParty(receiver)) return true;
  return receiver.sectors !== "ALL" && receiver.sectors.every((one) => sectors.includes(one));
}
