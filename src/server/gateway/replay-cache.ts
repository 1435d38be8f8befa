/** Most signatures remembered at once: 30 s of some 3,000 requests a second. */
export const rememberedMax = 100_000;

/**
 * Remembers which signatures were used, each until it expires anyway. Never forgets one that is
 * still valid: when full it refuses new ones, since forgetting would let an old one in again.
 */
export class ReplayCache {
  /** In order of arrival, hence roughly of expiry: every signature lives equally long. */
  private readonly expiries = new Map<string, number>();

  constructor(private readonly max: number = rememberedMax) {}

  /** False when the signature was used before, or there is no room to remember it. */
  use(id: string, expiresAtSeconds: number, nowSeconds: number): boolean {
    this.forgetExpired(nowSeconds);
    if (this.expiries.has(id) || this.expiries.size >= this.max) return false;
    this.expiries.set(id, expiresAtSeconds);
    return true;
  }

  private forgetExpired(nowSeconds: number): void {
    for (const [id, expiresAt] of this.expiries) {
      if (expiresAt >= nowSeconds) return;
      this.expiries.delete(id);
    }
  }
}
