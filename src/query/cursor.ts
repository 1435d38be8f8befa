import { createHmac, timingSafeEqual } from "node:crypto";
import { HubError } from "../error/hub-error";
import type { SqlValue } from "../database/sql";

const macBytes = 12;
const cursorCharactersMax = 400;

/**
 * Makes and reads opaque cursors: the position in one order of one list, authenticated so that a
 * changed or invented cursor is refused rather than run.
 */
export class Cursors {
  constructor(private readonly key: Buffer) {}

  /** `order` names list and order; `at` holds the order's values of the row. */
  make(order: string, at: readonly SqlValue[]): string {
    const body = Buffer.from(JSON.stringify(at));
    return Buffer.concat([this.mac(order, body), body]).toString("base64url");
  }

  /** The order's values, or BAD_CURSOR when the cursor is not one of this list and order. */
  read(order: string, cursor: string): SqlValue[] {
    if (cursor.length > cursorCharactersMax) throw new HubError("BAD_CURSOR", {});
    const bytes = Buffer.from(cursor, "base64url");
    const body = bytes.subarray(macBytes);
    const mac = bytes.subarray(0, macBytes);
    if (mac.length !== macBytes || !timingSafeEqual(mac, this.mac(order, body)))
      throw new HubError("BAD_CURSOR", {});
    return JSON.parse(body.toString()) as SqlValue[];
  }

  private mac(order: string, body: Buffer): Buffer {
    const hmac = createHmac("sha256", this.key).update(order).update("\0").update(body);
    return hmac.digest().subarray(0, macBytes);
  }
}
