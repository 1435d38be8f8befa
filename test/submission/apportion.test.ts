import fc from "fast-check";
import { apportion } from "../../src/domain/prevention/apportion";

const weight = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 2n ** 31n - 1n));
const weights = fc.array(weight, { minLength: 1, maxLength: 40 });
const total = fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 10n ** 15n - 1n));
const sumOf = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum + part, 0n);

describe("what several share", () => {
  test("is divided to the last fen, each within one fen of its exact share", () => {
    fc.assert(
      fc.property(total, weights, (whole, by) => {
        const parts = apportion(whole, by);
        const sum = sumOf(by);

        expect(sumOf(parts)).toBe(whole);
        parts.forEach((part, n) => {
          const over = part * sum - whole * (by[n] ?? 0n);
          expect(over < sum && over > -sum).toBe(true);
          expect(part >= 0n).toBe(true);
        });
      }),
    );
  });

  test("gives no less to a larger weight, and of equal ones no less to the earlier", () => {
    fc.assert(
      fc.property(total, weights, (whole, by) => {
        const parts = apportion(whole, by);
        by.forEach((one, n) => {
          by.forEach((other, m) => {
            const first = one > other || (one === other && n < m);
            if (first) expect((parts[n] ?? 0n) >= (parts[m] ?? 0n)).toBe(true);
          });
        });
      }),
    );
  });

  test("that divides evenly is divided evenly", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 6n), weights, (each, by) => {
        expect(apportion(each * sumOf(by), by)).toEqual(by.map((one) => each * one));
      }),
    );
  });

  test.each([
    [[], 1n],
    [[0n, 0n], 1n],
    [[1n, -1n], 1n],
    [[1n], -1n],
  ])("is not divided by %p when it is %p", (by, whole) => {
    expect(() => apportion(whole, by)).toThrow(RangeError);
  });
});
