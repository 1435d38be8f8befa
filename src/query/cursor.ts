import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from "node:crypto";
import { HubError } from "../error/hub-error";
import type { SqlValue } from "../database/sql";

const cipher = "aes-256-ctr";
const ivBytes = 16;
/** Room for an order by several of the longest texts there are. */
const cursorCharactersMax = 8_000;

/**
 * Makes and reads the cursors of one organisation: the position in one order of one list. Nobody
 * reads a cursor but the hub, and one that was changed, invented, or made for another organisation,
 * list or order is refused rather than run.
 */
export interface Cursors {
  /** `order` names list and order; `at` holds the order's values of the row. */
  make(order: string, at: readonly SqlValue[]): string;
  /** The order's values, or BAD_CURSOR when the cursor is not one of this list and order. */
  read(order: string, cursor: string): SqlValue[];
}

/**
 * The key of all cursors of a hub. Cursors are encrypted deterministically with a synthetic IV: the
 * IV is a MAC over all there is, so it authenticates what it encrypts, and equal positions have
 * equal cursors whichever instance or database makes them.
 */
export class CursorKey {
  private readonly macKey: Buffer;
  private readonly encryptionKey: Buffer;

  constructor(secret: Buffer) {
    const derived = (use: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", use, 32));
    this.macKey = derived("anzehub cursor mac");
    this.encryptionKey = derived("anzehub cursor encryption");
  }

  /** Cursors as this organisation is given them, which no other can use. */
  of(organisationId: string): Cursors {
    return {
      make: (order, at) => this.make(organisationId, order, at),
      read: (order, cursor) => this.read(organisationId, order, cursor),
    };
  }

  private make(organisationId: string, order: string, at: readonly SqlValue[]): string {
    const body = JSON.stringify(at);
    const iv = this.iv(organisationId, order, body);
    const encrypted = createCipheriv(cipher, this.encryptionKey, iv).update(body);
    return Buffer.concat([iv, encrypted]).toString("base64url");
  }

  private read(organisationId: string, order: string, cursor: string): SqlValue[] {
    if (cursor.length > cursorCharactersMax) throw new HubError("BAD_CURSOR");
    const bytes = Buffer.from(cursor, "base64url");
    // One spelling per cursor: decoding passes over characters that are not of the alphabet.
    if (bytes.length <= ivBytes || bytes.toString("base64url") !== cursor)
      throw new HubError("BAD_CURSOR");
    const iv = bytes.subarray(0, ivBytes);
    const encrypted = bytes.subarray(ivBytes);
    const body = createDecipheriv(cipher, this.encryptionKey, iv).update(encrypted).toString();
    if (!timingSafeEqual(iv, this.iv(organisationId, order, body)))
      throw new HubError("BAD_CURSOR");
    return JSON.parse(body) as SqlValue[];
  }

  private iv(organisationId: string, order: string, body: string): Buffer {
    // Neither ids nor orders contain the separator: no two triples are the same text.
    const text = `${organisationId}\0${order}\0${body}`;
    return createHmac("sha256", this.macKey).update(text).digest().subarray(0, ivBytes);
  }
}
