import type { Transaction } from "../../database/database";
import { sql, value, valueList, type Sql } from "../../database/sql";
import type { Consequence } from "../../submission/record-type";
import { stateAfter, type HazardStep } from "./hazard-loop";
import type { HazardState } from "./hazard-state";
import { Hazard } from "./hazard.entity";

/** That the state of hazards follows from the events of all parties; `of` says of which hazards. */
export function hazardStateFrom(of: (recordIds: readonly string[]) => Sql): Consequence {
  return { entity: () => Hazard, of, derive: deriveHazardStates };
}

async function deriveHazardStates(transaction: Transaction, ids: readonly string[]): Promise<void> {
  // Steps that came with the hazard keep their own order where their times are equal.
  const rows = await transaction.query(
    sql`SELECT hazard_id, kind, at FROM hazard_event
      WHERE hazard_id IN (${valueList(ids)}) AND voided = 0
      ORDER BY source_key LIKE CONCAT(hazard_id, '#%') DESC,
        CAST(SUBSTRING_INDEX(source_key, '#', -1) AS UNSIGNED), id`,
  );
  const steps = new Map<string, HazardStep[]>(ids.map((id) => [id, []]));
  for (const row of rows)
    steps
      .get(row["hazard_id"] as string)
      ?.push({ kind: row["kind"] as HazardState, at: row["at"] as string });
  const byState = new Map<HazardState, string[]>();
  for (const [id, own] of steps) {
    const state = stateAfter(own);
    byState.set(state, [...(byState.get(state) ?? []), id]);
  }
  for (const [state, hazards] of byState)
    await transaction.execute(
      sql`UPDATE hazard SET status = ${value(state)}
        WHERE id IN (${valueList(hazards)}) AND voided = 0`,
    );
}
