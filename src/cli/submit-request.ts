import { setTimeout as sleep } from "node:timers/promises";
import { errorCodes } from "../error/error-code";
import type { RecordType } from "../submission/record-type";
import { inputNameOf } from "../submission/submission-input";
import type { SubmitAnswer } from "../submission/submit-result";
import { backOffMs, triesMax } from "./back-off";

const requestTimeoutMs = 120_000;
/** Characters shown of an answer that is none of the hub's. */
const shownMax = 300;
/** The hub is busy, restarting, or behind something that is. */
const retriedStatuses = new Set([429, 502, 503, 504]);

/** How to reach the hub. */
export interface HubAddress {
  readonly url: string;
  /** A bearer token; asked for before each request, so that it may be renewed. */
  readonly token: () => string | Promise<string>;
  /** Ends waiting for another try; what is on its way is still answered. */
  readonly signal?: AbortSignal | undefined;
  /** Told before each wait: why, for how long, and the how manieth try follows. */
  readonly onWait?: (reason: string, waitMs: number, nextTry: number) => void;
}

/** What the hub said to a request: the answer, or why it did not take the input. */
export type Reply = { answer: SubmitAnswer } | { errors: readonly ReplyError[] };

/** Why an input was not taken; `at` is its place, e.g. `input.records[3].amountFen`. */
export interface ReplyError {
  /** Of the hub's closed list of error codes, unless something else answered. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
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
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Partial<Readonly<Record<"at" | "code" | "zh" | "en", string>>>;
  }[];
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
  for (let nth = 1; ; nth++) {
    const response = await post(hub, body);
    const reason = response.status === null ? response.text : retriedReason(response);
    if (reason === null) return readReply(response, type.mutation);
    if (nth === triesMax) throw new SubmissionFailed(`${hub.url}: ${reason}`);
    await waitToRetry(hub, reason, response.retryAfter, nth);
  }
}

interface Response {
  /** Null: there was no response, and `text` says why. */
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly text: string;
}

async function post(hub: HubAddress, body: string): Promise<Response> {
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    authorization: `Bearer ${await hub.token()}`,
  };
  try {
    const signal = AbortSignal.timeout(requestTimeoutMs);
    const response = await fetch(hub.url, { method: "POST", headers, body, signal });
    const retryAfter = response.headers.get("retry-after");
    return { status: response.status, retryAfter, text: await response.text() };
  } catch (error) {
    // Lost on the way or after the commit: the same key again finds out.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { status: null, retryAfter: null, text: messageOf(cause) };
  }
}

/** Why to try again; null: this is the answer. */
function retriedReason({ status, text }: Response): string | null {
  if (retriedStatuses.has(status ?? 0)) return `HTTP ${String(status)}`;
  // A mutation that could not be run at all is answered beside `data`, hence with 200.
  const [error] = parsed(text)?.errors ?? [];
  const code = error?.extensions?.code ?? "";
  const known = code in errorCodes ? errorCodes[code as keyof typeof errorCodes] : null;
  return known && retriedStatuses.has(known.status) ? code : null;
}

async function waitToRetry(
  { signal, onWait }: HubAddress,
  reason: string,
  retryAfter: string | null,
  nth: number,
): Promise<void> {
  const waitMs = backOffMs(nth, retryAfter, { now: Date.now(), random: Math.random() });
  onWait?.(reason, waitMs, nth + 1);
  await sleep(waitMs, undefined, signal && { signal }).catch(() => {
    throw new SubmissionFailed(`已中断 interrupted while waiting (${reason})`);
  });
}

function readReply({ status, text }: Response, field: string): Reply {
  const body = parsed(text);
  const answer = body?.data?.[field];
  if (answer) return { answer };
  const errors = (body?.errors ?? []).map(({ message, extensions = {} }) => ({
    ...{ code: extensions.code ?? "?", zh: extensions.zh ?? message, en: extensions.en ?? message },
    at: extensions.at ?? null,
  }));
  if (errors.length > 0) return { errors };
  throw new SubmissionFailed(`HTTP ${String(status)}: ${text.slice(0, shownMax)}`);
}

/** What the hub answers; null when something else answered. */
function parsed(text: string): ResponseBody | null {
  try {
    return JSON.parse(text) as ResponseBody | null;
  } catch {
    return null;
  }
}

function messageOf(error: unknown): string {
  // Refused connections to several addresses have a code and no message.
  const { message, code } = error as { message?: string; code?: string };
  return [message, code].find(Boolean) ?? String(error);
}
