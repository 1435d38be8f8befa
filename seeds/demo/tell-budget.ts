import { share } from "./tell-numbers";

/**
 * How much of the prevention fee an enterprise's policies leave for a calendar year. Both limits
 * hold for each enterprise, insurer and year by themselves, so they hold for every sum of them.
 */
export class FeeBudget {
  private readonly leftByYear = new Map<number, number>();

  /** Premium received (or, negative, refunded) raises what may be spent in its year. */
  receive(year: number, amount: number, percent: number): void {
    const allowed = share(Math.abs(amount), percent, 100) * Math.sign(amount);
    this.leftByYear.set(year, this.left(year) + allowed);
  }

  left(year: number): number {
    return this.leftByYear.get(year) ?? 0;
  }

  /** Takes what is wanted, or what is left; less than is worth an invoice counts as nothing. */
  take(year: number, wanted: number): number {
    const amount = Math.min(wanted, this.left(year));
    if (amount < AMOUNT_MIN) return 0;
    this.leftByYear.set(year, this.left(year) - amount);
    return amount;
  }
}

/** 50 yuan. */
const AMOUNT_MIN = 5_000;
