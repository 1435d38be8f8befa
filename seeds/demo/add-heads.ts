import { createConnection } from "mysql2/promise";
import { connectionOptions } from "../../src/database/database";
import { domains } from "../../src/domain/domains";
import { modelOf } from "../../src/query/entity-model";

/**
 * Tells the submission engine of records that were loaded around it, so that their insurers can
 * correct them. They have no digest: nobody stated them, so there is nothing to take back before
 * they are corrected (SUB-16), and their history begins with that.
 */
export async function addHeads(databaseUrl: string): Promise<void> {
  const connection = await createConnection(connectionOptions(databaseUrl));
  try {
    for (const { entity } of domains.flatMap(({ recordTypes }) => recordTypes ?? []))
      await connection.query(
        "INSERT INTO record_head (record_id, version, digest, voided) " +
          `SELECT t.id, t.version, NULL, 0 FROM \`${modelOf(entity).table}\` t ` +
          "LEFT JOIN record_head h ON h.record_id = t.id WHERE h.record_id IS NULL",
      );
  } finally {
    await connection.end();
  }
}
