import { parseArgs } from "node:util";
import type { Config } from "../config";
import { migrate } from "../database/migrate";
import { storedEntities } from "../domain/stored-entities";
import { domainNames, type DomainName } from "../graph/domain-module";
import { startHub } from "../server/start-hub";
import { startFederated } from "../server/gateway/start-federated";
import { startSubgraph } from "../server/gateway/start-subgraph";
import { prepareDemo, submitDemo } from "./demo";
import { judgeFindings } from "./judge-findings";
import { openDatabase } from "./open-database";
import { reportMistake, say } from "./say";
import { startBeside } from "./start-beside";
import { stopOnSignal } from "./stop-on-signal";

/** `hub start`: the whole hub, or `--federated`, or one `--subgraph`; `--demo` loads demo data. */
export async function run(args: string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: "boolean", default: false },
      federated: { type: "boolean", default: false },
      subgraph: { type: "string" },
      enterprises: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
    },
  });
  say("正在打开数据库 Opening the database …");
  const database = await openDatabase(config);
  try {
    const ran = await migrate(database.url, storedEntities);
    if (ran) say(`数据库结构已更新 The database is up to date (${String(ran)} migrations)`);
    if (values.demo)
      await prepareDemo(database.url, Number(values.enterprises), Number(values.seed), config);
    const isWhole = !values.subgraph && !values.federated;
    const beside = isWhole ? await startBeside(config, database.url) : null;
    const environment = {
      databaseUrl: database.url,
      now: () => new Date(),
      report: reportMistake,
      ...(beside ? { heavyElsewhere: beside } : {}),
    };
    const hub = values.subgraph
      ? await startSubgraph(config, environment, domainNamed(values.subgraph))
      : await (values.federated ? startFederated : startHub)(config, environment);
    const findings = values.federated ? judgeFindings(database.url, environment) : null;
    const stopped = stopOnSignal(async () => {
      await findings?.stop();
      await hub.stop();
      await beside?.stop();
    });
    if (values.demo && !values.subgraph) await submitDemo(config, database.url, hub.url);
    else say(`已启动 Serving ${hub.url}/graphql`);
    await stopped;
    return 0;
  } finally {
    await database.close();
  }
}

function domainNamed(name: string): DomainName {
  const known = domainNames.find((domain) => domain === name);
  if (!known) throw new Error(`--subgraph: one of ${domainNames.join(", ")}`);
  return known;
}
