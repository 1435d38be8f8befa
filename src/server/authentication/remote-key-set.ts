import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";

/** After keys were fetched, an unknown key id causes no further fetch for this long. */
export const keySetCooldownMs = 15_000;
/** After a fetch failed, requests fail at once for this long instead of each waiting in turn. */
export const keySetRetryMs = 5_000;
/** Keys are fetched anew when older than this: the time within which a removed key stops. */
export const keySetAgeMaxMs = 300_000;
/** Longest wait for the keys, body included. */
export const keySetTimeoutMs = 3_000;
/** Largest key set in bytes. */
export const keySetLengthMax = 262_144;

/** What a remote key set is given. */
export interface RemoteKeySetOptions {
  readonly url: URL;
  readonly now: () => Date;
  /** Called when the provider serves other keys than before. */
  readonly onChange: () => void;
}

/**
 * The provider's public keys, with bounds jose does not have: the size of the answer, and a pause
 * after a failed fetch, without which every request would hit a provider that is already down.
 */
export function createRemoteKeySet({ url, now, onChange }: RemoteKeySetOptions): JWTVerifyGetKey {
  let failedAtMs: number | undefined;
  let known: string | undefined;

  async function fetchKeys(address: string, init: RequestInit): Promise<Response> {
    const sinceFailureMs = failedAtMs === undefined ? Infinity : now().getTime() - failedAtMs;
    if (sinceFailureMs >= 0 && sinceFailureMs < keySetRetryMs) {
      throw new Error("the last fetch of the key set failed a moment ago");
    }
    try {
      const text = await readKeySet(await fetch(address, init));
      failedAtMs = undefined;
      if (known !== undefined && known !== text) onChange();
      known = text;
      return new Response(text);
    } catch (error) {
      failedAtMs = now().getTime();
      throw error;
    }
  }

  return createRemoteJWKSet(url, {
    cooldownDuration: keySetCooldownMs,
    cacheMaxAge: keySetAgeMaxMs,
    timeoutDuration: keySetTimeoutMs,
    [customFetch]: fetchKeys,
  });
}

async function readKeySet(response: Response): Promise<string> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the key set answered with status ${response.status}`);
  }
  const text = await readBounded(response);
  // Only to know now, not after the pause was lifted, that this is a key set.
  createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
  return text;
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  let length = 0;
  for (;;) {
    // Node's types call the chunk `any`; of a fetched body it is bytes.
    const chunk = (await reader?.read())?.value as Uint8Array | undefined;
    if (chunk === undefined) return Buffer.concat(chunks).toString("utf8");
    length += chunk.length;
    if (length > keySetLengthMax) {
      await reader?.cancel();
      throw new Error(`the key set is larger than ${keySetLengthMax} bytes`);
    }
    chunks.push(chunk);
  }
}
