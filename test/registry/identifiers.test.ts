import fc from "fast-check";
import {
  citizenIdProblem,
  citizenIdWithCheck,
} from "../../src/domain/registry/identifiers/citizen-id";
import { usccProblem, usccWithCheck } from "../../src/domain/registry/identifiers/uscc";
import vectors from "../vectors/identifiers.json";

const USCC_ALPHABET = Array.from("0123456789ABCDEFGHJKLMNPQRTUWXY");
const DIGITS = Array.from("0123456789");

// FC_SEED repeats a run; fast-check itself prints the seed and the path of a failure.
const seed = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`identifiers.test.ts FC_SEED=${seed}\n`));

const usccBody = fc
  .array(fc.constantFrom(...USCC_ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(""));

const citizenIdBody = fc
  .record({
    region: fc.integer({ min: 110_000, max: 659_999 }),
    born: fc.date({
      min: new Date("1930-01-01T00:00:00Z"),
      max: new Date("2025-12-31T00:00:00Z"),
      noInvalidDate: true,
    }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, born, order }) => {
    const day = born.toISOString().slice(0, 10).replaceAll("-", "");
    return `${region}${day}${String(order).padStart(3, "0")}`;
  });

describe("unified social credit code", () => {
  test.each(vectors.uscc.valid)("%s is valid", (value) => {
    expect(usccProblem(value)).toBeNull();
    expect(usccWithCheck(value.slice(0, 17))).toBe(value);
  });

  test.each(vectors.uscc.invalid)("$value is refused: $why", ({ value, why }) => {
    const expected = { "wrong check character": "CHECK", "17 characters": "LENGTH" }[why];

    expect(usccProblem(value)).toBe(expected ?? "ALPHABET");
  });

  test.each(["", "91340100MA000001511", "９1340100MA00000151", " 91340100MA0000015"])(
    "%j is refused",
    (value) => expect(usccProblem(value)).not.toBeNull(),
  );

  test("every wrong character at every place is caught, whatever the code", () => {
    const characters = USCC_ALPHABET.concat(Array.from("IOSVZaz -李"));
    const property = fc.property(usccBody, (body) => {
      const valid = usccWithCheck(body);
      expect(usccProblem(valid)).toBeNull();

      for (let place = 0; place < valid.length; place += 1) {
        for (const character of characters) {
          if (character === valid.charAt(place)) continue;
          const wrong = valid.slice(0, place) + character + valid.slice(place + 1);
          if (usccProblem(wrong) === null) throw new Error(`${wrong} passes, like ${valid}`);
        }
      }
    });
    fc.assert(property, { seed, numRuns: 200 });
  });

  test("every swap of two neighbours is caught", () => {
    fc.assert(fc.property(usccBody, swapsAreCaught(usccWithCheck, usccProblem)), { seed });
  });

  test.each(["9134010", "91340100MA000001O", "91340100ma0000015", "91340100MA00000151"])(
    "%s is not completed",
    (body) => expect(() => usccWithCheck(body)).toThrow(RangeError),
  );
});

describe("citizen identity number", () => {
  test.each(vectors.citizenId.valid)("%s is valid", (value) => {
    expect(citizenIdProblem(value)).toBeNull();
    expect(citizenIdWithCheck(value.slice(0, 17))).toBe(value);
  });

  test.each(vectors.citizenId.invalid)("$value is refused: $why", ({ value, why }) => {
    expect(citizenIdProblem(value)).toBe(why.startsWith("30 February") ? "DATE" : "CHECK");
  });

  test.each([
    ["340100900101001", "LENGTH"],
    ["3401001990010100111", "LENGTH"],
    ["34110019780228003x", "ALPHABET"],
    ["3401001990010100X1", "ALPHABET"],
    ["34010019900101001１", "ALPHABET"],
    ["340100199001010011\n", "LENGTH"],
    ["34010019900101001\n", "ALPHABET"],
  ])("%j is refused: %s", (value, problem) => expect(citizenIdProblem(value)).toBe(problem));

  test.each([
    ["20000229", null],
    ["19000229", "DATE"],
    ["20240229", null],
    ["20230229", "DATE"],
    ["19901231", null],
    ["19901232", "DATE"],
    ["19900431", "DATE"],
    ["19901301", "DATE"],
    ["19900001", "DATE"],
    ["19900100", "DATE"],
    ["00000101", "DATE"],
  ])("born on %s gives %s", (day, problem) => {
    expect(citizenIdProblem(citizenIdWithCheck(`340100${day}001`))).toBe(problem);
  });

  test("every wrong character at every place is caught, whatever the number", () => {
    const property = fc.property(citizenIdBody, (body) => {
      const valid = citizenIdWithCheck(body);
      expect(citizenIdProblem(valid)).toBeNull();

      for (let place = 0; place < valid.length; place += 1) {
        for (const character of [...DIGITS, "X"]) {
          if (character === valid.charAt(place)) continue;
          const wrong = valid.slice(0, place) + character + valid.slice(place + 1);
          if (citizenIdProblem(wrong) === null) throw new Error(`${wrong} passes, like ${valid}`);
        }
      }
    });
    fc.assert(property, { seed, numRuns: 500 });
  });

  test("every swap of two neighbours is caught", () => {
    fc.assert(fc.property(citizenIdBody, swapsAreCaught(citizenIdWithCheck, citizenIdProblem)), {
      seed,
    });
  });

  test.each(["3401001990010100", "34010019900101001X", "3401001990010100X"])(
    "%s is not completed",
    (body) => expect(() => citizenIdWithCheck(body)).toThrow(RangeError),
  );
});

function swapsAreCaught(
  withCheck: (body: string) => string,
  problem: (value: string) => string | null,
): (body: string) => void {
  return (body) => {
    const valid = withCheck(body);
    for (let place = 0; place + 1 < valid.length; place += 1) {
      const [left, right] = [valid.charAt(place), valid.charAt(place + 1)];
      if (left === right) continue;
      const swapped = valid.slice(0, place) + right + left + valid.slice(place + 2);
      if (problem(swapped) === null) throw new Error(`${swapped} passes, like ${valid}`);
    }
  };
}
