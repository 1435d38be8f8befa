import { join } from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  FlattenedSign,
  generateKeyPair,
  importJWK,
  importPKCS8,
  type JSONWebKeySet,
  type JWK,
} from "jose";
import type { Config } from "../../config";
import type { ReceiptSigner } from "../../submission/receipts/receipt-signer";
import { createOnce } from "../authentication/create-once";

/** A signer whose public half is published, so that receipts can be checked without the hub. */
export interface PublishedSigner extends ReceiptSigner {
  jwks(): JSONWebKeySet;
}

/**
 * The hub's own signer (Ed25519): RECEIPT_KEY, or in development a key made on first use under
 * `.hub/receipts/`, which all processes started from there share.
 */
export async function openReceiptSigner(
  config: Pick<Config, "environment" | "directory" | "receiptKey">,
): Promise<PublishedSigner> {
  const { x, d, kid } = await readKey(config);
  const publicKey: JWK = { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" };
  const key = await importJWK({ kty: "OKP", crv: "Ed25519", x, d }, "EdDSA");
  const header = { alg: "EdDSA", kid, b64: false, crit: ["b64"] };
  return {
    keyId: kid,
    jwks: () => ({ keys: [{ ...publicKey }] }),
    sign: async (payload) => {
      const jws = await new FlattenedSign(payload).setProtectedHeader(header).sign(key);
      return `${jws.protected ?? ""}..${jws.signature}`;
    },
  };
}

interface Ed25519Key {
  readonly x: string;
  readonly d: string;
  readonly kid: string;
}

async function readKey(
  config: Pick<Config, "environment" | "directory" | "receiptKey">,
): Promise<Ed25519Key> {
  if (config.receiptKey !== undefined) return parseKey("RECEIPT_KEY", config.receiptKey);
  if (config.environment === "production")
    throw new Error("生产环境必须设置 RECEIPT_KEY / production needs RECEIPT_KEY");
  const path = join(config.directory, "receipts", "key.json");
  return parseKey(path, await createOnce(path, makeKey));
}

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

async function parseKey(from: string, text: string): Promise<Ed25519Key> {
  try {
    const jwk = await readJwk(text);
    const { kty, crv, x, d } = jwk;
    if (kty === "OKP" && crv === "Ed25519" && typeof x === "string" && typeof d === "string")
      return { x, d, kid: jwk.kid ?? (await calculateJwkThumbprint({ kty, crv, x })) };
  } catch {
    // Falls through to the message below, which must not repeat what may be half a key.
  }
  throw new Error(`${from} 不是 Ed25519 私钥（JWK 或 PKCS #8 PEM） / is no private Ed25519 key`);
}

async function readJwk(text: string): Promise<JWK> {
  if (text.trim().startsWith("{")) return JSON.parse(text) as JWK;
  const pem = text.replaceAll("\\n", "\n");
  return exportJWK(await importPKCS8(pem, "EdDSA", { extractable: true }));
}
