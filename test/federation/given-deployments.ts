import { startFederated } from "../../src/server/gateway/start-federated";
import { startHub } from "../../src/server/start-hub";
import { givenDirectory, givenFilledDatabase, givenHub, type GivenHub } from "./given-hub";

/** Both deployments, each over a database of its own with the same rows. */
export interface Deployments {
  merged: GivenHub["ask"];
  federated: GivenHub["ask"];
  /** Our own mistakes that were reported meanwhile. */
  mistakes: () => string[];
  stop(): Promise<void>;
}

/** Starts both, as their commands do; they share keys, so that cursors are equal. */
export async function givenDeployments(): Promise<Deployments> {
  const directory = givenDirectory();
  const databases = [await givenFilledDatabase(), await givenFilledDatabase()] as const;
  const merged = await givenHub(directory.path, databases[0], startHub);
  const federated = await givenHub(directory.path, databases[1], startFederated);
  return {
    merged: merged.ask,
    federated: federated.ask,
    mistakes: () => [...merged.mistakes, ...federated.mistakes],
    stop: async () => {
      await Promise.all([merged.stop(), federated.stop()]);
      await Promise.all(databases.map((database) => database.drop()));
      directory.remove();
    },
  };
}
