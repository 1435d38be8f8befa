// `npm test`: everything from a clean clone; the last line is `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./install-chromium.mjs";
import { prepare, root, run } from "./prepare.mjs";
import { runChild } from "./run-child.mjs";

const directory = join(root, ".test");
const resultFile = join(directory, `result-${process.pid}.json`);

await run(async () => {
  let exitCode = 1;
  try {
    await prepare();
    ensureChromium();
    exitCode = await runJest(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const { passed, failed, skipped } = count();
  if (passed + failed === 0) console.error("没有执行任何测试 No test was executed");
  const isFullRun = process.argv.length === 2;
  const skippedByMistake = isFullRun ? skipped : 0;
  if (skippedByMistake > 0) console.error(`${skipped} 个测试被跳过 ${skipped} tests were skipped`);
  const broken = failed + skippedByMistake;
  // Something went wrong outside any test (a setup, a crash): the line must not say all is well.
  const hidden = broken === 0 && (exitCode !== 0 || passed === 0) ? 1 : 0;
  console.log(`${passed} passed, ${broken + hidden} failed`);
  return broken + hidden === 0 ? 0 : exitCode || 1;
});

function runJest(args) {
  mkdirSync(directory, { recursive: true });
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const config = join(root, "jest.config.cjs");
  const report = ["--json", `--outputFile=${resultFile}`];
  return runChild([jest, "--config", config, ...report, ...args], { cwd: root });
}

/** A file that fails before its first test has no test to count, so it counts as one. */
function count() {
  try {
    const result = JSON.parse(readFileSync(resultFile, "utf8"));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  } finally {
    rmSync(resultFile, { force: true });
  }
}
