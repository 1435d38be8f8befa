/**
 * Lets so many work at once; the others begin in the order they came. How many is asked anew each
 * time: fewer let those that work finish.
 */
export class Slots {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limit: () => number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isFull()) await new Promise<void>((begin) => this.waiting.push(begin));
    else this.taken += 1;
    try {
      return await work();
    } finally {
      this.taken -= 1;
      while (this.waiting.length > 0 && !this.isFull()) {
        this.taken += 1;
        this.waiting.shift()?.();
      }
    }
  }

  private isFull(): boolean {
    // With none at all nobody would ever ask again.
    return this.taken >= Math.max(1, this.limit());
  }
}
