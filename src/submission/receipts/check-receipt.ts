import {
  createLocalJWKSet,
  flattenedVerify,
  type FlattenedJWSInput,
  type JSONWebKeySet,
} from "jose";
import { digestOf } from "../canonical-json";
import { outcomesDigest, statementOf } from "./receipt-statement";

/** A receipt that holds: what is needed to put it into its chain. */
export interface SoundReceipt {
  readonly submitter: string;
  readonly submissionKey: string;
  readonly position: number;
  readonly previousDigest: string | null;
  readonly digest: string;
}

/** Fields of a receipt; a file with fewer was asked for with a smaller selection. */
const names = [
  ...["submissionId", "submitter", "submissionKey", "mode", "acceptance", "recordType"],
  ...[
    "fingerprint",
    "receivedAt",
    "ruleSetVersion",
    "sent",
    "accepted",
    "unchanged",
    "pending",
    "rejected",
  ],
  ...["held", "kind", "issuedAt", "findings", "outcomes"],
  ...["position", "previousDigest", "keyId", "digest", "signature"],
] as const;
const outcomeNames = [
  ...["index", "sourceKey", "recordId", "status", "version", "waitsForId", "waitsUntil"],
  "findings",
] as const;
const findingNames = ["ruleId", "severity", "path", "zh", "en", "legalBasis"] as const;
/** Say how the receipt was asked for, not what it says. */
const accompanying: Readonly<Record<string, (value: unknown) => boolean>> = {
  replayed: (value) => typeof value === "boolean",
  __typename: (value) => value === "SubmissionReceipt",
};

type Fields = Readonly<Record<string, unknown>>;

/** What is wrong with a receipt; the text names the place. */
export class ReceiptFault extends Error {}

/**
 * Checks one receipt against the hub's published keys, without the hub: its fields, its counts, its
 * digest, its signature. Throws a {@link ReceiptFault} at the first that does not hold.
 */
export async function checkReceipt(given: unknown, keys: JSONWebKeySet): Promise<SoundReceipt> {
  const receipt = withExactly(given, names, "receipt", accompanying);
  const outcomes = listOf(receipt["outcomes"], "outcomes");
  outcomes.forEach((outcome, n) => {
    const place = `outcomes[${String(n)}]`;
    checkFindings(withExactly(outcome, outcomeNames, place)["findings"], place);
  });
  checkFindings(receipt["findings"], "receipt");
  checkCounts(receipt, outcomes as Fields[]);
  const { position, digest, signature, submitter, submissionKey, previousDigest } = receipt;
  if (typeof digest !== "string" || typeof signature !== "string" || typeof position !== "number")
    throw new ReceiptFault("not signed: it was only validated, or is from before the chain");
  const statement = statementOf(receipt, outcomesDigest(outcomes));
  if (digestOf(statement) !== digest)
    throw new ReceiptFault("digest differs: the content was altered");
  await checkSignature(statement, signature, receipt["keyId"], keys);
  return {
    submitter: String(submitter),
    submissionKey: String(submissionKey),
    position,
    previousDigest: typeof previousDigest === "string" ? previousDigest : null,
    digest,
  };
}

async function checkSignature(
  statement: string,
  signature: string,
  keyId: unknown,
  keys: JSONWebKeySet,
): Promise<void> {
  const [header = "", payload, mark = "", ...more] = signature.split(".");
  if (payload !== "" || more.length > 0) throw new ReceiptFault("signature is no detached JWS");
  // One spelling of a signature: the last character of base64url has bits that say nothing.
  for (const part of [header, mark])
    if (Buffer.from(part, "base64url").toString("base64url") !== part)
      throw new ReceiptFault("signature is not base64url");
  const jws: FlattenedJWSInput = {
    protected: header,
    payload: Buffer.from(statement),
    signature: mark,
  };
  const verified = await flattenedVerify(jws, createLocalJWKSet(keys), {
    algorithms: ["EdDSA"],
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReceiptFault(`signature does not hold: ${reason}`);
  });
  if (verified.protectedHeader?.kid !== keyId)
    throw new ReceiptFault("signed by another key than it names");
}

/** Every record has one outcome, and the counts are those of the outcomes. */
function checkCounts(receipt: Fields, outcomes: readonly Fields[]): void {
  const statuses = ["accepted", "unchanged", "pending", "rejected", "held"];
  for (const name of statuses) {
    const count = outcomes.filter(({ status }) => status === name.toUpperCase()).length;
    if (receipt[name] !== count) throw new ReceiptFault(`${name} is not the count of outcomes`);
  }
  if (receipt["sent"] !== outcomes.length) throw new ReceiptFault("sent is not the count");
  const wrong = outcomes.findIndex(({ index }, n) => index !== n);
  if (wrong >= 0) throw new ReceiptFault(`outcomes[${String(wrong)}] is out of order`);
}

function checkFindings(value: unknown, place: string): void {
  for (const [n, finding] of listOf(value, `${place}.findings`).entries())
    withExactly(finding, findingNames, `${place}.findings[${String(n)}]`);
}

function listOf(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ReceiptFault(`${place} is no list`);
  return value;
}

function withExactly(
  value: unknown,
  expected: readonly string[],
  place: string,
  besides: typeof accompanying = {},
): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ReceiptFault(`${place} is no object`);
  const fields = value as Fields;
  const missing = expected.filter((name) => !Object.hasOwn(fields, name));
  if (missing.length > 0) throw new ReceiptFault(`${place} lacks ${missing.join(", ")}`);
  for (const [name, inner] of Object.entries(fields)) {
    if (expected.includes(name) || (Object.hasOwn(besides, name) && besides[name]?.(inner)))
      continue;
    throw new ReceiptFault(`${place} has ${JSON.stringify(name)}, which no receipt has`);
  }
  return fields;
}
