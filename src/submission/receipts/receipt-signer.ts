/**
 * Vouches for receipts. An interface, because the algorithm is a matter of law and place: Ed25519
 * here, SM2 where commercial cryptography is prescribed. The engine knows nothing but this.
 */
export interface ReceiptSigner {
  /** Under which name the public key is published. */
  readonly keyId: string;
  /** A compact JWS of exactly these bytes with the payload left out (detached, RFC 7797). */
  sign(payload: Uint8Array): Promise<string>;
}
