import { createHmac, hkdfSync } from "node:crypto";

/** Finds one person in several records without keeping the number that identifies him. */
export interface IdentityDigests {
  /** Keyed digest of an identity number, 64 hexadecimal digits. */
  of(idNumber: string): string;
}

/**
 * The digests of one hub. The key follows from the hub's own secret: numbers are few enough to be
 * tried one by one, so a digest without a secret would be the number in other clothes.
 */
export class IdentityKey implements IdentityDigests {
  private readonly key: Buffer;

  constructor(secret: string | Buffer) {
    this.key = Buffer.from(hkdfSync("sha256", secret, "", "anzehub identity digest", 32));
  }

  of(idNumber: string): string {
    return createHmac("sha256", this.key).update(idNumber).digest("hex");
  }
}
