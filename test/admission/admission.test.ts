import { setImmediate } from "node:timers/promises";
import { HubError } from "../../src/error/hub-error";
import { Admission, turnLimits, type Turn } from "../../src/server/admission/admission";

const few = {
  ...turnLimits,
  unitsPerSecond: 1,
  unitsMax: 1,
  runningMax: 4,
  runningPerOrganisationMax: 2,
  runningBesideOthersMax: 2,
  waitingPerOrganisationMax: 3,
  // Those left waiting at the end of a test are never refused.
  waitMsMax: 2 ** 31 - 1,
};

/** Enters and remembers in which order the turns came. */
function entering(admission: Admission): {
  enter: (id: string) => Promise<Turn>;
  order: string[];
} {
  const order: string[] = [];
  return {
    order,
    enter: async (id) => {
      const turn = await admission.enter(id);
      order.push(id);
      return turn;
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof HubError ? error.code : String(error);
}

describe("turns", () => {
  it("are given at once while an organisation has few, and later ones wait", async () => {
    const { enter, order } = entering(new Admission(few, () => 0));
    const turns = await Promise.all([enter("a"), enter("a")]);
    const third = enter("a");
    await setImmediate();
    expect(order).toEqual(["a", "a"]);

    turns[0].leave(0);
    await third;
    expect(order).toEqual(["a", "a", "a"]);
  });

  it("of one organisation do not wait for another's queue", async () => {
    const { enter, order } = entering(new Admission(few, () => 0));
    await Promise.all([enter("flood"), enter("flood")]);
    for (let n = 0; n < 3; n++) void enter("flood");
    await setImmediate();

    await enter("other");
    expect(order).toEqual(["flood", "flood", "other"]);
  });

  it("go round the organisations when all are taken", async () => {
    const admission = new Admission({ ...few, runningMax: 1 }, () => 0);
    const { enter, order } = entering(admission);
    const running = [await enter("a")];
    for (const id of ["a", "a", "a", "b", "b", "c"])
      void enter(id).then((turn) => running.push(turn));
    for (let turn = running.shift(); turn; turn = running.shift()) {
      turn.leave(0);
      await setImmediate();
    }
    expect(order).toEqual(["a", "a", "b", "c", "a", "b", "a"]);
  });

  it("of one organisation are fewer at once while another asks, and more when it is quiet", async () => {
    let now = 0;
    const limits = { ...few, runningPerOrganisationMax: 3, runningBesideOthersMax: 1 };
    const { enter, order } = entering(new Admission(limits, () => now));
    (await enter("calm")).leave(0);
    const flood = [await enter("flood")];
    const waiting = [enter("flood"), enter("flood")];
    await setImmediate();
    expect(order).toEqual(["calm", "flood"]);

    now = limits.besideOthersMs;
    flood[0]?.leave(0);
    flood.push(...(await Promise.all(waiting)));
    expect(order).toEqual(["calm", "flood", "flood", "flood"]);

    await enter("calm");
    flood[1]?.leave(0);
    const late = enter("flood");
    await setImmediate();
    expect(order).toHaveLength(5);
    flood[2]?.leave(0);
    await expect(late).resolves.toBeDefined();
  });

  it("are refused when too many of the organisation wait already", async () => {
    const { enter } = entering(new Admission(few, () => 0));
    await Promise.all([enter("a"), enter("a")]);
    for (let n = 0; n < 3; n++) void enter("a");

    await expect(enter("a").catch(codeOf)).resolves.toBe("TOO_MANY_REQUESTS");
    await expect(enter("b")).resolves.toBeDefined();
  });

  it("are refused to who has waited too long, and the place in the queue is free again", async () => {
    const { enter } = entering(new Admission({ ...few, waitMsMax: 20 }, () => 0));
    const turns = await Promise.all([enter("a"), enter("a")]);
    await expect(enter("a").catch(codeOf)).resolves.toBe("TOO_MANY_REQUESTS");

    turns[0].leave(0);
    await expect(enter("a")).resolves.toBeDefined();
  });
});

describe("a budget", () => {
  const limits = { ...few, unitsPerSecond: 100, unitsMax: 1000 };

  it("pays until it is used up, then says when it will do", async () => {
    const turn = await new Admission(limits, () => 0).enter("a");
    turn.charge(950);
    const refused = (): unknown => {
      try {
        turn.charge(200);
      } catch (error) {
        return (error as HubError).extensions;
      }
      return "was accepted";
    };

    expect(refused()).toMatchObject({ code: "BUDGET_EXHAUSTED", retryAfterSeconds: 2 });
  });

  it("fills with time, and with what was paid and not used", async () => {
    let now = 0;
    const admission = new Admission(limits, () => now);
    const turn = await admission.enter("a");
    turn.charge(1000);
    turn.leave(300);
    const again = await admission.enter("a");
    again.charge(300);
    expect(() => {
      again.charge(1);
    }).toThrow();

    now = 500;
    again.charge(50);
    expect(() => {
      again.charge(1);
    }).toThrow();
  });

  it("never holds more than its size, and lets the dearest query wait until it is full", async () => {
    let now = 0;
    const admission = new Admission(limits, () => now);
    const turn = await admission.enter("a");
    now = 1_000_000;
    turn.charge(1000);
    expect(() => {
      turn.charge(2000);
    }).toThrow();
    now += 10_000;
    turn.charge(2000);
  });

  it("is each organisation's own", async () => {
    const admission = new Admission(limits, () => 0);
    (await admission.enter("a")).charge(1000);
    (await admission.enter("b")).charge(1000);
  });
});
