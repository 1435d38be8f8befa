import { setTimeout as sleep } from "node:timers/promises";
import type { RecordType } from "../submission/record-type";
import { inputNameOf } from "../submission/submission-input";
import type { SubmitAnswer } from "../submission/submit-result";

const triesMax = 10;
const delayMs = 250;
const delayMaxMs = 15_000;
const requestTimeoutMs = 120_000;
/** The hub is busy, restarting, or behind something that is. */
const retriedStatuses = new Set([429, 502, 503, 504]);

/** How to reach the hub. */
export interface HubAddress {
  readonly url: string;
  /** A bearer token; asked for before each request, so that it may be renewed. */
  readonly token: () => string | Promise<string>;
}

/** What the hub said to a request: the answer, or why it did not take the input. */
export type Reply = { answer: SubmitAnswer } | { errors: readonly ReplyError[] };

/** Why an input was not taken; `at` is its place, e.g. `input.records[3].amountFen`. */
export interface ReplyError {
  readonly message: string;
  readonly at: string | null;
}

/** The hub could not be asked, or did not answer what was asked; sending again later may help. */
export class SubmissionFailed extends Error {}

const fragment = `
  __typename
  ... on SubmissionReceipt {
    submissionId submitter submissionKey mode acceptance recordType fingerprint replayed
    receivedAt ruleSetVersion sent accepted unchanged pending rejected held kind issuedAt
    position previousDigest keyId digest signature
    findings { ruleId severity path zh en legalBasis }
    outcomes { index sourceKey recordId status version waitsForId waitsUntil
      findings { ruleId severity path zh en legalBasis } }
  }
  ... on SubmissionKeyConflict { submissionKey storedFingerprint sentFingerprint
    findings { ruleId severity path zh en legalBasis } }
  ... on ControlTotalsMismatch { submissionKey differences { name declared sent }
    findings { ruleId severity path zh en legalBasis } }
  ... on SubmissionRefused { submissionKey findings { ruleId severity path zh en legalBasis } }`;

interface ResponseBody {
  readonly data?: Readonly<Record<string, SubmitAnswer | null>> | null;
  readonly errors?: readonly { message: string; extensions?: { at?: string } }[];
}

/** Sends one submission; waits and repeats while the hub is busy or cannot be reached. */
export async function sendSubmission(
  hub: HubAddress,
  type: RecordType,
  input: object,
): Promise<Reply> {
  const inputName = inputNameOf(type.mutation);
  const query = `mutation Submit($input: ${inputName}!) {
    ${type.mutation}(input: $input) { ${fragment} } }`;
  const body = JSON.stringify({ query, variables: { input } });
  let reason = "";
  for (let attempt = 0; attempt < triesMax; attempt++) {
    if (attempt > 0) await sleep(Math.random() * Math.min(delayMaxMs, delayMs * 2 ** attempt));
    const response = await post(hub, body);
    if (typeof response === "string") reason = response;
    else if (retriedStatuses.has(response.status)) reason = `HTTP ${String(response.status)}`;
    else return readReply(response, type.mutation);
  }
  throw new SubmissionFailed(`${hub.url}: ${reason}`);
}

/** The response, or why there was none. */
async function post(
  hub: HubAddress,
  body: string,
): Promise<{ status: number; text: string } | string> {
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    authorization: `Bearer ${await hub.token()}`,
  };
  try {
    const signal = AbortSignal.timeout(requestTimeoutMs);
    const response = await fetch(hub.url, { method: "POST", headers, body, signal });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    // Lost on the way or after the commit: the same key again finds out.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function readReply({ status, text }: { status: number; text: string }, field: string): Reply {
  let body: ResponseBody;
  try {
    body = JSON.parse(text) as ResponseBody;
  } catch {
    throw new SubmissionFailed(`HTTP ${String(status)}: ${text.slice(0, 300)}`);
  }
  const answer = body.data?.[field];
  if (answer) return { answer };
  const errors = (body.errors ?? []).map(({ message, extensions }) => ({
    message,
    at: extensions?.at ?? null,
  }));
  if (errors.length > 0) return { errors };
  throw new SubmissionFailed(`HTTP ${String(status)}: ${text.slice(0, 300)}`);
}
