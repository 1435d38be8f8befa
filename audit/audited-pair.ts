import { auditNow, WorldHub } from "./hubs";
import { Operations, type Schemas } from "./operations/operations-of";
import { Pool } from "./operations/pool";
import type { Inclination } from "./jobs";
import type { Random } from "./random";
import type { AuditRun, TwoHubs } from "./audit-organisation";
import { readCatalogue, type Catalogue } from "./worlds/catalogue";
import { connectTo, readWorld } from "./worlds/database-copy";
import { allSeeing } from "./worlds/grants";
import { organisationOf, type AuditedOrganisation } from "./worlds/holder";
import { firstDifference, viewOf } from "./worlds/view";
import type { StoredRow, World } from "../test/oracle/visible-rows";

/** Two databases and the organisation they look alike to. */
export interface PairAddress {
  readonly code: string;
  readonly one: string;
  readonly two: string;
  /** Whether the databases are this pair's own, so that submissions may be stored. */
  readonly live: boolean;
}

const subgraphsPerRun = 2;

/** Who asks in between: one who sees everything, and one of every other kind. */
export const bystanders = [
  allSeeing,
  "DEMO-EM-34",
  "DEMO-FI-34",
  "DEMO-IN-A",
  "DEMO-IN-B",
  "DEMO-EN-1",
] as const;

/** The instant of the audit as the database writes it. */
export const databaseNow = auditNow.toISOString().replace("T", " ").replace("Z", "000");

/** Serves both worlds of a pair and makes ready what its organisation will ask. */
export async function openPair(
  { code, one, two, live }: PairAddress,
  schemas: Schemas,
  directory: string,
  { random, inclination }: { readonly random: Random; readonly inclination: Inclination },
): Promise<Omit<AuditRun, "count"> & { close(): Promise<void> }> {
  const [world, catalogue] = await worldOf(one);
  const [other] = await worldOf(two);
  const organisation = organisationOf(world, code, databaseNow);
  const shown = firstDifference(
    viewOf(world, organisation.holder, catalogue),
    viewOf(other, organisation.holder, catalogue),
  );
  if (shown !== null) throw new Error(`the worlds of ${code} differ where it sees them: ${shown}`);
  const hubs: TwoHubs = [
    await WorldHub.open(one, directory, schemas.graph),
    await WorldHub.open(two, directory, schemas.graph),
  ];
  const isInsurer = organisation.holder.type === "INSURER";
  const operations = new Operations(
    schemas,
    new Pool([world, other], random.fork("pool")),
    {
      holder: organisation.holder,
      own: code,
      mutations: isInsurer ? 15 : 3,
      entities: 15,
      subgraphs: subgraphsPerRun,
      live: live && isInsurer,
      enterprises: unchangedEnterprises(world, other),
      boldShare: inclination.boldShare,
      asks: inclination.asks,
    },
    random.fork("operations"),
  );
  return {
    ...{ hubs, organisation, operations, random: random.fork("run") },
    others: othersOf(world, code),
    companyShare: inclination.companyShare,
    close: async () => {
      await Promise.all(hubs.map((hub) => hub.stop()));
    },
  };
}

function othersOf(world: World, code: string): AuditedOrganisation[] {
  return bystanders
    .filter((other) => other !== code)
    .map((other) => organisationOf(world, other, databaseNow));
}

async function worldOf(url: string): Promise<[World, Catalogue]> {
  const connection = await connectTo(url);
  try {
    const catalogue = await readCatalogue(connection);
    return [await readWorld(connection, catalogue), catalogue];
  } finally {
    await connection.end();
  }
}

/** Codes of enterprises that an insurer may take on without telling the worlds apart by it. */
function unchangedEnterprises(one: World, two: World): string[] {
  const text = (row: StoredRow): string => JSON.stringify(Object.entries(row));
  const about = (world: World): Map<string, string> => {
    const texts = new Map<string, string>();
    for (const row of world["enterprise"] ?? []) texts.set(String(row["id"]), text(row));
    for (const row of world["roster_entry"] ?? []) {
      const id = String(row["enterprise_id"]);
      texts.set(id, `${texts.get(id) ?? ""}${text(row)}`);
    }
    return texts;
  };
  const [before, after] = [about(one), about(two)];
  return (one["enterprise"] ?? []).flatMap((row) => {
    const id = String(row["id"]);
    return before.get(id) === after.get(id) ? [String(row["uscc"])] : [];
  });
}
