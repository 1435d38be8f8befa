// A child process of the audit: does the jobs it is sent, one after the other.
import "reflect-metadata";
import type { Job } from "./jobs";
import { assertLeakApplied } from "./leaks/leak-hook";
import { buildSchemas } from "./operations/operations-of";
import { runJob } from "./run-job";

const schemas = buildSchemas();

process.on("message", (job: Job) => {
  runJob(job, schemas).then(
    (report) => {
      assertLeakApplied();
      process.send?.({ report });
    },
    (error: unknown) =>
      process.send?.({
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
// Whoever sent us here is gone: nobody waits for an answer.
process.on("disconnect", () => process.exit());
