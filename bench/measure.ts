const warmUpRuns = 60;
const measuredRuns = 100;

/** Milliseconds of many runs of the same thing. */
export interface Measured {
  medianMs: number;
  p95Ms: number;
  runs: number;
}

/**
 * Measures several ways of doing the same thing in turns, so that whatever else the machine does
 * falls on all of them.
 */
export async function measureInTurns(
  works: ReadonlyMap<string, () => Promise<unknown>>,
  runs: number,
  warmUps = warmUpRuns,
): Promise<ReadonlyMap<string, Measured>> {
  for (let i = 0; i < warmUps; i++) for (const work of works.values()) await work();
  const times = new Map([...works.keys()].map((name) => [name, [] as number[]]));
  for (let i = 0; i < runs; i++)
    for (const [name, work] of works) {
      const start = performance.now();
      await work();
      times.get(name)?.push(performance.now() - start);
    }
  return new Map([...times].map(([name, list]) => [name, summary(list)]));
}

function summary(times: number[]): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), runs: times.length };
}

/** Runs `work` until it is warm, then measures it run by run. */
export async function measure(work: () => Promise<unknown>): Promise<Measured> {
  for (let i = 0; i < warmUpRuns; i++) await work();
  const times: number[] = [];
  for (let i = 0; i < measuredRuns; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return summary(times);
}
