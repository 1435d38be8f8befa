import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config";
import { Database } from "../database/database";
import { trusted } from "../database/sql";
import { demoCallers } from "../server/explorer/demo-callers";
import { requestClock } from "../server/request-clock";
import { insurerFilesIn, writeInsurerFiles } from "../../seeds/demo/insurer-files";
import { loadDemo, loadSubmitterRest, submittingInsurer } from "../../seeds/demo/load-demo";
import { readManifest, writeManifest } from "../../seeds/demo/violations";
import { clearInterruptedDemo } from "./clear-interrupted-demo";
import { noteLoaded } from "./note-loaded";
import { say } from "./say";
import { submitFile } from "./submit-file";
import { tokenFor } from "./token";

/** How many of the demo organisations' tokens are printed. */
const shownMax = 5;

const question =
  "{ policies(first: 3) { totalCount nodes { policyNo status insuredCount " +
  "enterprise { name safetyManagerPhone } } } }";

/** Loads the demo data into an empty database; data that are there are kept. */
export async function prepareDemo(
  databaseUrl: string,
  enterprises: number,
  seed: number,
  config: Config,
): Promise<void> {
  if (config.environment === "production") throw new Error("--demo is not for production");
  const database = new Database(databaseUrl);
  try {
    const rows = await database.read(trusted("SELECT 1 FROM organisation LIMIT 1"));
    if (rows.length > 0) return;
  } finally {
    await database.close();
  }
  if (!config.databaseUrl) await clearInterruptedDemo(databaseUrl);
  const options = { enterprises, seed, today: requestClock(new Date()).today };
  const directory = join(config.directory, "demo");
  const files = await writeInsurerFiles({ directory, ...options });
  say(`已生成保险机构报送文件 Wrote the insurer's files: ${files.join(", ")}`);
  say(`违规清单 Seeded violations: ${writeManifest(directory, options)}`);
  rmSync(join(directory, "submitted"), { force: true });
  // Last, because a database with organisations counts as prepared.
  await loadDemo({ databaseUrl, ...options, withoutSubmitter: true, log: say });
}

/** Sends the demo insurer's files once through the hub's own mutations, then says what to try. */
export async function submitDemo(config: Config, databaseUrl: string, url: string): Promise<void> {
  const directory = join(config.directory, "demo");
  const done = join(directory, "submitted");
  mkdirSync(directory, { recursive: true });
  if (!existsSync(done)) {
    const token = await tokenFor(config, databaseUrl, submittingInsurer, new Date());
    for (const file of insurerFilesIn(directory)) await sendFile(file, `${url}/graphql`, token);
    const manifest = readManifest(directory);
    if (manifest) await loadSubmitterRest({ databaseUrl, ...manifest.options, log: say });
    await noteLoaded(databaseUrl, ["endorsement", "casualty", "claim_payment"]);
    writeFileSync(done, `${new Date().toISOString()}\n`);
  }
  const lines: string[] = [];
  for (const { code, what } of demoCallers.slice(0, shownMax))
    lines.push(
      `  ${what} (${code})`,
      `    ${await tokenFor(config, databaseUrl, code, new Date())}`,
    );
  process.stdout.write(`
AnzeHub 安责数据枢纽
  GraphQL 接口 endpoint:   ${url}/graphql
  查询页面 explorer page:  ${url}/

演示机构令牌（12 小时有效） Tokens of demo organisations, valid for 12 hours:
${lines.join("\n")}

试一试 Try (as different organisations):
  curl -s ${url}/graphql -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" \\
    -d '${JSON.stringify({ query: question })}'

按 Ctrl-C 停止 Ctrl-C stops; data stay in ${config.directory}.
`);
}

/** A file that was not sent to its end is sent again at the next start, which doubles nothing. */
async function sendFile(file: string, url: string, token: string): Promise<void> {
  const { failure } = await submitFile({ file, url, token, log: say });
  if (failure !== null) throw new Error(`${file}: ${failure}`);
}
