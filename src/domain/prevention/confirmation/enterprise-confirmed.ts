import { sql, valueList, type Sql } from "../../../database/sql";
import type { Consequence } from "../../../submission/record-type";
import { ServiceRecord } from "../service-record.entity";

/**
 * That a service counts as confirmed by its enterprise when the enterprise says so, and only while
 * it says nothing when the insurer does. `of` says of which services.
 */
export function enterpriseConfirmedFrom(of: (recordIds: readonly string[]) => Sql): Consequence {
  return {
    entity: () => ServiceRecord,
    of,
    derive: async (transaction, ids) => {
      await transaction.execute(
        sql`UPDATE service_record s SET s.enterprise_confirmed_at = COALESCE(
            (SELECT MIN(c.confirmed_at) FROM service_confirmation c
              WHERE c.service_record_id = s.id AND c.enterprise_id = s.enterprise_id
                AND c.voided = 0),
            s.insurer_says_confirmed_at)
          WHERE s.id IN (${valueList(ids)})`,
      );
    },
  };
}
