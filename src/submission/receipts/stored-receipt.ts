import type { Row } from "../../database/database";
import { trusted } from "../../database/sql";
import { answerReceipt } from "../receipt";
import type { SubmitAnswer } from "../submit-result";
import type { OpenReceipt } from "./receipt-statement";

/** What {@link answerStored} needs of table `submission_receipt`, known as `r`. */
export const storedReceiptColumns = trusted(
  "r.body, r.position, r.previous_digest, r.key_id, r.digest, r.signature",
);

/** A stored receipt as it was answered, and is answered for ever. */
export function answerStored(
  row: Row,
  replayed: boolean,
): Extract<SubmitAnswer, { __typename: "SubmissionReceipt" }> {
  const seal = {
    position: row["position"] as number | null,
    previousDigest: row["previous_digest"] as string | null,
    keyId: row["key_id"] as string | null,
    digest: row["digest"] as string | null,
    signature: row["signature"] as string | null,
  };
  return answerReceipt(JSON.parse(row["body"] as string) as OpenReceipt, seal, replayed);
}
