import type { HubAddress } from "./submit-request";

const requestTimeoutMs = 120_000;

/** Asks the hub one operation; anything but data is an error that says why. */
export async function askHub(
  { url, token }: HubAddress,
  query: string,
  variables: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${await token()}`,
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  const text = await response.text();
  const body = JSON.parse(text) as {
    data?: Readonly<Record<string, unknown>> | null;
    errors?: readonly { message: string }[];
  };
  if (body.data && !body.errors) return body.data;
  const reasons = (body.errors ?? []).map(({ message }) => message);
  throw new Error(`${url}: ${reasons.join("; ") || `HTTP ${String(response.status)}`}`);
}
