import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from "jose";
import { HubError } from "../../src/error/hub-error";
import type { TokenVerifier } from "../../src/server/authentication/token-verifier";

/** A key pair of a pretended provider. */
export interface TestKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK & { readonly kid: string };
}

/** Makes a key pair with this key id. */
export async function givenKey(kid: string, alg = "ES256"): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } };
}

/** Signs these claims; `header` replaces single header fields, undefined removes one. */
export async function signToken(
  key: TestKey,
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const protectedHeader = { alg: key.alg, typ: "at+jwt", kid: key.publicJwk.kid, ...header };
  return new SignJWT({ ...claims }).setProtectedHeader(protectedHeader).sign(key.privateKey);
}

/** A token put together by hand, for what no library would sign. */
export function assembleToken(header: unknown, claims: unknown, signature = ""): string {
  const parts = [header, claims].map((part) =>
    Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url"),
  );
  return [...parts, signature].join(".");
}

/** A key set on a loopback port whose answer a test changes, and which counts the fetches. */
export interface KeySetServer {
  readonly url: URL;
  fetches: number;
  answer: { status: number; body: string } | "never";
  serve(...keys: readonly TestKey[]): void;
  close(): Promise<void>;
}

/** Starts a key set that serves these keys. */
export async function givenKeySetServer(...keys: readonly TestKey[]): Promise<KeySetServer> {
  const server = createServer((_request, response) => {
    keySet.fetches += 1;
    if (keySet.answer === "never") return;
    response.writeHead(keySet.answer.status, { "content-type": "application/json" });
    response.end(keySet.answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const keySet: KeySetServer = {
    url: new URL(`http://127.0.0.1:${port}/jwks`),
    fetches: 0,
    answer: "never",
    serve(...served) {
      keySet.answer = { status: 200, body: JSON.stringify(keySetOf(...served)) };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  keySet.serve(...keys);
  return keySet;
}

/** The public halves of these keys as a JWKS. */
export function keySetOf(...keys: readonly TestKey[]): JSONWebKeySet {
  return { keys: keys.map((key) => key.publicJwk) };
}

/** What became of this Authorization header: "accepted", or the reason or code of the refusal. */
export async function verdictOf(verifier: TokenVerifier, header?: string): Promise<unknown> {
  try {
    await verifier.verify(header);
    return "accepted";
  } catch (error) {
    // Anything but a HubError is our own mistake and fails the test as it is.
    if (!(error instanceof HubError)) throw error;
    return error.extensions["reason"] ?? error.code;
  }
}
