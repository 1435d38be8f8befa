import type { Caller } from "../../src/access/caller";
import type { OrganisationType } from "../../src/access/organisation-type";
import { baseRights } from "../../src/access/rights";
import { entityId } from "../../src/database/entity-id";
import { usccWithCheck } from "../../src/domain/registry/identifiers/uscc";
import { exampleUscc } from "../../src/domain/registry/identifiers/uscc.rules";
import { givenOrganisation } from "../setup/hub";
import type { TestRegister } from "./given-submissions";

/** An enterprise that nobody has stated yet, and another one. */
export const newcomers = ["1", "2"].map((n) => usccWithCheck(`91340000DEM0000${n}D`));

/**
 * Registers who reports besides insurers: the emergency management of the province (EM) and of two
 * counties (EM-4, EM-3), a sector regulator (SR), and the enterprise of the examples (EN), and
 * another one (EN-2) which the register must know as well.
 */
export async function givenParties(register: TestRegister, otherUscc: string): Promise<void> {
  const add = async (
    code: string,
    type: OrganisationType,
    more: Partial<Caller> = {},
  ): Promise<void> => {
    const caller: Caller = {
      organisationId: entityId("org", code),
      organisationCode: code,
      organisationName: code,
      type,
      regionPrefix: "34",
      sectors: "ALL",
      insurerId: null,
      serviceAgencyId: null,
      enterpriseId: null,
      registeredOnly: false,
      rights: baseRights(type),
      ...more,
    };
    register.callers.set(code, caller);
    await givenOrganisation(register.database, code, type, {
      region_prefix: caller.regionPrefix,
      sectors: caller.sectors === "ALL" ? null : JSON.stringify(caller.sectors),
      enterprise_id: caller.enterpriseId,
    });
  };
  await add("EM", "EMERGENCY");
  await add("EM-4", "EMERGENCY", { regionPrefix: "340104" });
  await add("EM-3", "EMERGENCY", { regionPrefix: "340103" });
  await add("SR", "SECTOR_REGULATOR", { sectors: ["FIREWORKS"] });
  await add("EN", "ENTERPRISE", { enterpriseId: entityId("ent", exampleUscc) });
  await add("EN-2", "ENTERPRISE", { enterpriseId: entityId("ent", otherUscc) });
}
