import { LRUCache } from "lru-cache";
import type { Database, Row } from "../database/database";
import { databaseInstant } from "../database/calendar";
import { identifier, sql, trusted, value } from "../database/sql";
import { HubError } from "../error/hub-error";
import type { Caller } from "./caller";
import { grantsInForce, policyCounter } from "./grants-in-force";
import { organisationTypes, type OrganisationType } from "./organisation-type";
import { rightsOf } from "./rights";

/** How long a change of the registry or of a grant may take to be noticed, on every instance. */
const rememberedMs = 500;
const rememberedMax = 10_000;

/** A caller, and since when tokens of the organisation count. */
interface KnownCaller {
  caller: Caller;
  notBeforeSeconds: number;
}

/**
 * Who an organisation is, from the hub's own registry and nowhere else: neither headers, nor
 * variables, nor claims of the token say anything about type, region, sectors or rights.
 */
export class Callers {
  private readonly known = new LRUCache<string, Promise<KnownCaller | null>>({
    max: rememberedMax,
    ttl: rememberedMs,
  });

  constructor(
    private readonly database: Database,
    private readonly now: () => Date,
  ) {}

  /** The caller of a verified token; tokens issued before the organisation's epoch are refused. */
  async ofClient(clientId: string, issuedAtSeconds: number): Promise<Caller> {
    const known = await this.find("client_id", clientId);
    if (!known || issuedAtSeconds < known.notBeforeSeconds)
      throw new HubError("UNAUTHENTICATED", { reason: "ORGANISATION" });
    return known.caller;
  }

  /** The caller of an organisation's id, or null; `fresh` asks the registry, whatever is known. */
  async ofOrganisation(organisationId: string, fresh = false): Promise<Caller | null> {
    if (fresh) this.known.delete(`id ${organisationId}`);
    return (await this.find("id", organisationId))?.caller ?? null;
  }

  /** The caller an organisation's code names, or null. */
  async ofCode(code: string): Promise<Caller | null> {
    return (await this.find("code", code))?.caller ?? null;
  }

  private find(column: "client_id" | "id" | "code", key: string): Promise<KnownCaller | null> {
    const remembered = this.known.get(`${column} ${key}`);
    if (remembered) return remembered;
    const found = this.read(column, key);
    this.known.set(`${column} ${key}`, found);
    // A fault of the database must not be remembered as an unknown organisation.
    found.catch(() => this.known.delete(`${column} ${key}`));
    return found;
  }

  private async read(column: string, key: string): Promise<KnownCaller | null> {
    const columns = trusted(
      "id, code, name, type, region_prefix, sectors, insurer_id, service_agency_id, " +
        "enterprise_id, not_before, registered_only",
    );
    const [row] = await this.database.read(
      sql`SELECT ${columns}, ${policyCounter} AS policy_counter FROM organisation
        WHERE ${identifier(column)} = ${value(key)} AND active = 1`,
    );
    if (!row) return null;
    const at = databaseInstant(this.now());
    return readCaller(row, await grantsInForce(this.database, row["id"] as string, at));
  }
}

function readCaller(row: Row, grants: Awaited<ReturnType<typeof grantsInForce>>): KnownCaller {
  const type = row["type"] as OrganisationType;
  if (!organisationTypes.includes(type)) throw new Error(`unknown organisation type ${type}`);
  const sectors = row["sectors"] as string | null;
  return {
    notBeforeSeconds: Number(row["not_before"]),
    caller: {
      organisationId: row["id"] as string,
      organisationCode: row["code"] as string,
      organisationName: row["name"] as string,
      type,
      regionPrefix: row["region_prefix"] as string,
      sectors: sectors === null ? "ALL" : (JSON.parse(sectors) as string[]),
      insurerId: row["insurer_id"] as string | null,
      serviceAgencyId: row["service_agency_id"] as string | null,
      enterpriseId: row["enterprise_id"] as string | null,
      registeredOnly: row["registered_only"] === 1,
      rights: rightsOf(type, grants, Number(row["policy_counter"])),
    },
  };
}
