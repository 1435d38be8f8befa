/** Units that fill up again with time. `nowMs` is a monotonic clock. */
export class TokenBucket {
  private units: number;
  private filledAtMs: number;

  constructor(
    private readonly unitsPerSecond: number,
    private readonly unitsMax: number,
    nowMs: number,
  ) {
    this.units = unitsMax;
    this.filledAtMs = nowMs;
  }

  /** Takes units, or answers in how many seconds they will be there. */
  take(units: number, nowMs: number): { readonly waitSeconds: number } | null {
    this.fill(nowMs);
    // What is dearer than the bucket is large waits until it is full, not for ever.
    const needed = Math.min(units, this.unitsMax);
    if (this.units < needed)
      return { waitSeconds: Math.ceil((needed - this.units) / this.unitsPerSecond) };
    this.units -= units;
    return null;
  }

  /** Gives back what was taken and not used. */
  giveBack(units: number): void {
    this.units = Math.min(this.unitsMax, this.units + units);
  }

  isFull(nowMs: number): boolean {
    this.fill(nowMs);
    return this.units >= this.unitsMax;
  }

  private fill(nowMs: number): void {
    const seconds = Math.max(0, nowMs - this.filledAtMs) / 1000;
    this.units = Math.min(this.unitsMax, this.units + seconds * this.unitsPerSecond);
    this.filledAtMs = nowMs;
  }
}
