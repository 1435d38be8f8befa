const warmUpRuns = 60;
const measuredRuns = 100;

/** Milliseconds of many runs of the same thing. */
export interface Measured {
  medianMs: number;
  p95Ms: number;
  runs: number;
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
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), runs: measuredRuns };
}
