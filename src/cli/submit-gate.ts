/** Lets at most `limit` acts run at once. The first error ends it: nothing more is begun. */
export class Gate {
  /** What runs, and the keys of the records it is about. */
  private readonly running = new Map<Promise<void>, ReadonlySet<unknown>>();
  private failure: { error: unknown } | null = null;

  constructor(private readonly limit: number) {}

  /** Begins an act as soon as there is room, and after all that are about one of its `keys`. */
  async run(keys: ReadonlySet<unknown>, act: () => Promise<void>): Promise<void> {
    const before = [...this.running].filter(([, others]) =>
      [...keys].some((key) => others.has(key)),
    );
    await Promise.all(before.map(([running]) => running));
    while (this.running.size >= this.limit) await Promise.race(this.running.keys());
    this.check();
    const running = act()
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.running.delete(running));
    this.running.set(running, keys);
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    await Promise.all(this.running.keys());
    this.check();
  }

  private check(): void {
    if (this.failure) throw this.failure.error;
  }
}
