import { sql, value } from "../../database/sql";
import type { HubContext } from "../../graph/context";
import { noteSubjects } from "../findings/note-subjects";
import { streamDayId } from "./stream-day-id";

/** What is declared, by whom it is known from the caller. */
export interface NilAsked {
  readonly owner: string;
  readonly recordType: string;
  readonly day: string;
}

/**
 * Keeps that there is nothing to report of a day. Said again, the first declaration stands. Answers
 * when it was declared, as the database has it.
 */
export function declareNil(
  { caller, person, clock, database }: Pick<HubContext, "caller" | "person" | "clock" | "database">,
  { owner, recordType, day }: NilAsked,
): Promise<string> {
  return database.transaction(async (transaction) => {
    await transaction.execute(
      sql`INSERT INTO nil_declaration
          (owner_id, record_type, day, organisation_id, person, declared_at)
        VALUES (${value(owner)}, ${value(recordType)}, ${value(day)},
          ${value(caller.organisationId)}, ${value(person)}, ${value(clock.now)})
        ON DUPLICATE KEY UPDATE owner_id = owner_id`,
    );
    await noteSubjects(transaction, "StreamDay", [streamDayId(owner, recordType, day)]);
    const [row] = await transaction.query(
      sql`SELECT declared_at FROM nil_declaration WHERE owner_id = ${value(owner)}
        AND record_type = ${value(recordType)} AND day = ${value(day)}`,
    );
    return row?.["declared_at"] as string;
  });
}
