import type { Delivery } from "../../access/log/delivery";
import type { OperationCost } from "../../graph/operation-cost";
import type { Admission } from "./admission";

/** An operation's turn, and what it pays for it. */
export interface OperationTurn {
  charge(cost: OperationCost): void;
  leave(): void;
}

/** Behind a gateway the turn was taken in front of it. */
const admitted: OperationTurn = { charge: () => undefined, leave: () => undefined };

/**
 * Waits for the organisation's turn. An operation pays what it costs at most, and is given back the
 * rows that did not come; a gateway, which reads no rows, gives nothing back (`delivery` is null).
 */
export async function operationTurn(
  admission: Admission | undefined,
  organisationId: string,
  delivery: Delivery | null,
): Promise<OperationTurn> {
  if (!admission) return admitted;
  const turn = await admission.enter(organisationId);
  let rowUnits = 0;
  return {
    charge: (cost) => {
      turn.charge(cost.units);
      ({ rowUnits } = cost);
    },
    leave: () => {
      turn.leave(delivery ? Math.max(0, rowUnits - delivery.rowsRead) : 0);
    },
  };
}
