import { exportJWK, generateKeyPair } from "jose";
import { openReceiptSigner, type PublishedSigner } from "../../src/server/receipts/receipt-key";

let opened: Promise<PublishedSigner> | undefined;

/** The one signer of a test file, with a key of its own. */
export function givenReceiptSigner(): Promise<PublishedSigner> {
  opened ??= open();
  return opened;
}

async function open(): Promise<PublishedSigner> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const receiptKey = JSON.stringify(await exportJWK(privateKey));
  return openReceiptSigner({ environment: "test", directory: "", receiptKey });
}
