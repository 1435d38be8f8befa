import { sql, trusted, valueList } from "../../database/sql";
import { dayOf, laterThanWorkingDays } from "../../submission/findings/day-sql";
import { parameterInForce } from "../../submission/findings/parameter-sql";
import type { Consequence } from "../../submission/record-type";
import { FeeEntry } from "./fee-entry.entity";

/** In how many working days of the following month a month of the ledger closes. */
export const monthClose = { ledgerCloseWorkingDays: 10 };

const closesIn = parameterInForce({
  name: "ledgerCloseWorkingDays",
  standard: monthClose.ledgerCloseWorkingDays,
  region: "e.region_code",
  day: "e.booked_on",
});

/**
 * That an entry is of a prior period follows from the day it was first received, not from when it
 * was processed: a month closes by time, whatever has arrived. What the hub was loaded with, and
 * the reversals it books itself, are of no prior period.
 */
export const priorPeriod: Consequence = {
  entity: () => FeeEntry,
  of: (recordIds) =>
    sql`SELECT e.id FROM fee_entry e JOIN record_version v ON v.record_id = e.id AND v.version = 1
      WHERE e.id IN (${valueList(recordIds)}) AND e.prior_period = 0
        AND ${trusted(laterThanWorkingDays(dayOf("v.received_at"), "LAST_DAY(e.booked_on)", closesIn))}`,
  derive: async (transaction, ids) => {
    await transaction.execute(
      sql`UPDATE fee_entry SET prior_period = 1 WHERE id IN (${valueList(ids)})`,
    );
  },
};
