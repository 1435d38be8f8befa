import { setImmediate as turn } from "node:timers/promises";
import { Slots } from "../../src/database/slots";

/** Work that ends when it is told to, and what has begun so far. */
function givenWork(slots: Slots) {
  const begun: number[] = [];
  const ends = new Map<number, (fault?: Error) => void>();
  const start = (n: number): Promise<void> =>
    slots.run(() => {
      begun.push(n);
      return new Promise<void>((resolve, reject) => {
        ends.set(n, (fault) => {
          if (fault) reject(fault);
          else resolve();
        });
      });
    });
  return { begun, start, end: (n: number, fault?: Error) => ends.get(n)?.(fault) };
}

test("so many work at once, the others in the order they came, whatever becomes of those before", async () => {
  const { begun, start, end } = givenWork(new Slots(() => 2));
  const all = [1, 2, 3, 4].map((n) => start(n).catch((fault: unknown) => fault));

  expect(begun).toEqual([1, 2]);

  end(2, new Error("broken"));
  await turn();
  expect(begun).toEqual([1, 2, 3]);

  end(1);
  end(3);
  await turn();
  expect(begun).toEqual([1, 2, 3, 4]);

  end(4);
  expect(await Promise.all(all)).toEqual([undefined, new Error("broken"), undefined, undefined]);
});

test("when fewer are allowed those that work finish, and when more are, several begin", async () => {
  let limit = 2;
  const { begun, start, end } = givenWork(new Slots(() => limit));
  const all = [1, 2, 3, 4, 5].map(start);

  limit = 1;
  end(1);
  await turn();
  expect(begun).toEqual([1, 2]);

  limit = 3;
  end(2);
  await turn();
  expect(begun).toEqual([1, 2, 3, 4, 5]);

  for (const n of [3, 4, 5]) end(n);
  await Promise.all(all);
});

test("with none allowed one works all the same, or nobody would ever ask again", async () => {
  const { begun, start, end } = givenWork(new Slots(() => 0));
  const all = [1, 2].map(start);
  expect(begun).toEqual([1]);

  end(1);
  await turn();
  end(2);
  await Promise.all(all);
  expect(begun).toEqual([1, 2]);
});
