import type { Transaction } from "../../database/database";
import { insertSql, updateColumns } from "../../database/insert";
import { sql, value } from "../../database/sql";
import { digestOf } from "../canonical-json";
import type { ReceiptSigner } from "./receipt-signer";
import {
  outcomesDigest,
  statementOf,
  type OpenReceipt,
  type ReceiptSeal,
} from "./receipt-statement";

/** Where a submitter's chain ends. While one has it, nobody else can add to the chain. */
export interface ChainEnd {
  readonly organisationId: string;
  readonly position: number;
  readonly digest: string | null;
}

/** A receipt that is stored, and not yet a link of its submitter's chain. */
export interface StoredReceipt {
  readonly organisationId: string;
  readonly receipt: OpenReceipt;
  readonly outcomesDigest: string;
}

/** Stores the large part of a receipt, before the chain is locked. */
export async function storeReceipt(
  transaction: Transaction,
  organisationId: string,
  receipt: OpenReceipt,
): Promise<StoredReceipt> {
  const columns = ["submission_id", "kind", "organisation_id", "body"];
  const row = [receipt.submissionId, receipt.kind, organisationId, JSON.stringify(receipt)];
  for (const statement of insertSql({ table: "submission_receipt", columns, rows: [row] }))
    await transaction.execute(statement);
  return { organisationId, receipt, outcomesDigest: outcomesDigest(receipt.outcomes) };
}

/**
 * Locks the end of a submitter's chain until the commit. Always the last lock of a transaction, so
 * that it is held shortly and nobody waits in a circle.
 */
export async function lockChain(
  transaction: Transaction,
  organisationId: string,
): Promise<ChainEnd> {
  const columns = ["organisation_id", "position", "digest"];
  const first = { table: "receipt_chain", columns, rows: [[organisationId, 0, null]] };
  for (const statement of insertSql(first, updateColumns(["organisation_id"])))
    await transaction.execute(statement);
  const [row] = await transaction.query(
    sql`SELECT position, digest FROM receipt_chain
      WHERE organisation_id = ${value(organisationId)} FOR UPDATE`,
  );
  if (!row) throw new Error(`no chain of ${organisationId}`);
  return {
    organisationId,
    position: row["position"] as number,
    digest: row["digest"] as string | null,
  };
}

/** Makes a stored receipt the next link, signed. The chain is locked by this transaction. */
export async function sealReceipt(
  transaction: Transaction,
  signer: ReceiptSigner,
  { organisationId, receipt, ...of }: StoredReceipt,
  end: ChainEnd,
): Promise<ReceiptSeal> {
  const link = {
    position: end.position + 1,
    previousDigest: end.digest,
    keyId: signer.keyId,
  };
  const statement = statementOf({ ...receipt, ...link }, of.outcomesDigest);
  const digest = digestOf(statement);
  const signature = await signer.sign(Buffer.from(statement));
  await transaction.execute(
    sql`UPDATE receipt_chain c JOIN submission_receipt r ON r.submission_id = ${value(receipt.submissionId)}
        AND r.kind = ${value(receipt.kind)}
      SET c.position = ${value(link.position)}, c.digest = ${value(digest)},
        r.position = ${value(link.position)}, r.previous_digest = ${value(link.previousDigest)},
        r.key_id = ${value(link.keyId)}, r.digest = ${value(digest)},
        r.signature = ${value(signature)}
      WHERE c.organisation_id = ${value(organisationId)}`,
  );
  return { ...link, digest, signature };
}
