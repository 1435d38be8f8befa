import { createConnection } from "mysql2/promise";
import type { OrganisationType } from "../../src/access/organisation-type";
import { connectionOptions } from "../../src/database/database";
import { entityId } from "../../src/database/entity-id";
import { idOf } from "./given-rows";

/** An organisation the contract is checked for. */
export interface ContractCaller {
  readonly code: string;
  readonly type: OrganisationType;
  readonly regionPrefix: string;
  readonly sectors?: readonly string[];
  /** Which row of the registry it is: insurer, agency or enterprise. */
  readonly row?: number;
}

/** Different types, regions and sectors: no two of them see the same. */
export const callers: readonly ContractCaller[] = [
  { code: "province", type: "EMERGENCY", regionPrefix: "34" },
  { code: "county", type: "EMERGENCY", regionPrefix: "340104" },
  { code: "fireworks", type: "SECTOR_REGULATOR", regionPrefix: "34", sectors: ["FIREWORKS"] },
  { code: "financial", type: "FINANCIAL", regionPrefix: "34" },
  { code: "finance-office", type: "LOCAL_FINANCE", regionPrefix: "3401" },
  { code: "insurer", type: "INSURER", regionPrefix: "34", row: 3 },
  { code: "other-insurer", type: "INSURER", regionPrefix: "34", row: 6 },
  { code: "agency", type: "SERVICE_AGENCY", regionPrefix: "34", row: 5 },
  { code: "enterprise", type: "ENTERPRISE", regionPrefix: "3401", row: 7 },
  { code: "association", type: "ASSOCIATION", regionPrefix: "34" },
  { code: "auditor", type: "AUDITOR", regionPrefix: "34" },
];

/** The client id in the tokens of an organisation. */
export function clientIdOf(code: string): string {
  return `client-${code}`;
}

/** Registers the organisations. */
export async function givenOrganisations(url: string): Promise<void> {
  const connection = await createConnection(connectionOptions(url));
  try {
    for (const { code, type, regionPrefix, sectors, row = 0 } of callers)
      await connection.query("INSERT INTO organisation SET ?", [
        {
          id: entityId("org", code),
          code,
          client_id: clientIdOf(code),
          name: `组织 ${code}`,
          type,
          region_prefix: regionPrefix,
          sectors: sectors ? JSON.stringify(sectors) : null,
          insurer_id: type === "INSURER" ? idOf("Insurer", row) : null,
          service_agency_id: type === "SERVICE_AGENCY" ? idOf("ServiceAgency", row) : null,
          enterprise_id: type === "ENTERPRISE" ? idOf("Enterprise", row) : null,
          active: 1,
        },
      ]);
  } finally {
    await connection.end();
  }
}
