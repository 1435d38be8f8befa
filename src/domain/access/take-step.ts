import type { GraphQLResolveInfo } from "graphql";
import { readEntityId } from "../../database/entity-id";
import { sql, value, type Sql } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { answerGrant, type GrantAnswer } from "./answer-grant";
import { reasonFor, type GrantReason } from "./grant-refusals";
import { refused } from "./grant-result";
import { appendEvent, visibleGrant, type GrantActName, type StoredGrant } from "./stored-grant";

/** One step of a grant: why it may not be taken, and how it is written. */
export interface GrantStep {
  readonly act: GrantActName;
  readonly note?: string;
  /** True when the caller has taken it already: then the grant is answered as it is. */
  isDone(grant: StoredGrant): boolean;
  faults(grant: StoredGrant): Promise<readonly GrantReason[]> | readonly GrantReason[];
  /** The columns to set, and under which condition: that nobody else was faster. */
  readonly set: Sql;
  readonly unless: Sql;
}

/** Steps judged anew because somebody else changed the grant meanwhile; each can happen once. */
const triesMax = 4;

/**
 * Takes a step: judged on the grant as it is, written only if it still is so. A grant the caller
 * may not see is answered like one that does not exist.
 */
export async function takeStep(
  context: HubContext,
  info: GraphQLResolveInfo,
  id: string,
  step: GrantStep,
): Promise<GrantAnswer> {
  readEntityId(id, "grt");
  for (let tries = 0; tries < triesMax; tries++) {
    const grant = await visibleGrant(context, id);
    if (!grant) return refused(reasonFor("GRANT_UNKNOWN", "id"));
    if (step.isDone(grant)) return answerGrant(context, info, id);
    const faults = await step.faults(grant);
    if (faults.length) return refused(...faults);
    if (await written(context, id, step)) return answerGrant(context, info, id);
  }
  throw new Error(`${step.act} of ${id} is neither refused nor done`);
}

function written(context: HubContext, id: string, step: GrantStep): Promise<boolean> {
  return context.database.transaction(async (transaction) => {
    const changed = await transaction.execute(
      sql`UPDATE access_grant SET ${step.set} WHERE id = ${value(id)} AND NOT (${step.unless})`,
    );
    if (changed === 1) await appendEvent(transaction, context, id, step.act, step.note);
    return changed === 1;
  });
}
