import type { Database } from "../../database/database";
import { sql, value } from "../../database/sql";
import { disclosureLimits } from "./disclosure-limits";
import { judgeAnswer, type Judgement } from "./judge-answer";
import { ledgerSince, ledgerText, readLedger, type Contributions } from "./ledger";

/** Whom and of what an answer tells. */
export interface Told {
  readonly organisationId: string;
  /** `Type.field`. */
  readonly field: string;
  /** Today, in Asia/Shanghai. */
  readonly today: string;
}

/**
 * Judges an answer against all that its organisation was told of the field, and remembers what it
 * tells, in one transaction: what was told twice at once is judged one after the other.
 */
export async function tellAnswer(
  database: Database,
  { organisationId, field, today }: Told,
  given: Contributions,
): Promise<Judgement> {
  const key = sql`organisation_id = ${value(organisationId)} AND field = ${value(field)}`;
  return database.transaction(async (transaction) => {
    await transaction.execute(
      sql`INSERT IGNORE INTO disclosure_ledger (organisation_id, field, told)
        VALUES (${value(organisationId)}, ${value(field)}, '')`,
    );
    const [row] = await transaction.query(
      sql`SELECT told FROM disclosure_ledger WHERE ${key} FOR UPDATE`,
    );
    // Inserted above, if it was not there before; a column of text.
    const known = readLedger(row?.["told"] as string);
    const judgement = judgeAnswer(ledgerSince(known, firstDay(today)), given, today);
    if (judgement.ledger)
      await transaction.execute(
        sql`UPDATE disclosure_ledger SET told = ${value(ledgerText(judgement.ledger))}
          WHERE ${key}`,
      );
    return judgement;
  });
}

function firstDay(today: string): string {
  const day = Date.parse(`${today}T00:00:00Z`) - disclosureLimits.rememberedDays * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}
