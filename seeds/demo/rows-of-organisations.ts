import { entityId } from "../../src/database/entity-id";
import { Organisation } from "../../src/domain/registry/organisation.entity";
import type { EnterpriseStory } from "./story";
import { yes, type RowOf, type RowSink } from "./table-row";
import type { DemoWorld } from "./world";

/** The sectors of the Anhui notice, which emergency management supervises. */
const emergencySectors = ["NON_COAL_MINE", "HAZARDOUS_CHEMICALS", "METAL_SMELTING", "FIREWORKS"];

/**
 * Writes down who may call the hub: an authority of each kind where there is one, every insurer,
 * every agency, the enterprises given, the association and the auditor.
 */
export function addOrganisations(
  world: DemoWorld,
  enterprises: readonly EnterpriseStory[],
  sink: RowSink,
): void {
  const province = { code: "34", name: "安徽省" };
  const places = [province, ...world.cities, ...world.counties];
  for (const { code, name } of places) {
    const what = { code: `DEMO-EM-${code}`, name: `${name}应急管理${bureau(code)}（演示）` };
    sink.add(Organisation, organisation("EMERGENCY", what, code, { sectors: emergencySectors }));
  }
  for (const { code, name } of [province, ...world.cities]) {
    const financial = { code: `DEMO-FI-${code}`, name: `金融监管总局${name}派出机构（演示）` };
    sink.add(Organisation, organisation("FINANCIAL", financial, code, {}));
    const local = { code: `DEMO-LF-${code}`, name: `${name}地方金融管理局（演示）` };
    sink.add(Organisation, organisation("LOCAL_FINANCE", local, code, {}));
  }
  const mines = { code: "DEMO-SR-34", name: "安徽省矿山安全监管部门（演示）" };
  const sectors = ["NON_COAL_MINE"];
  sink.add(Organisation, organisation("SECTOR_REGULATOR", mines, "34", { sectors }));
  for (const { id, orgCode, name } of world.insurers)
    sink.add(Organisation, organisation("INSURER", { code: orgCode, name }, "34", { insurer: id }));
  for (const { id, number, city, name } of world.agencies) {
    const what = { code: `DEMO-SA-${number}`, name };
    sink.add(Organisation, organisation("SERVICE_AGENCY", what, city, { agency: id }));
  }
  enterprises.forEach(({ id, name, regionCode }, n) => {
    const what = { code: `DEMO-EN-${n + 1}`, name };
    sink.add(Organisation, organisation("ENTERPRISE", what, regionCode, { enterprise: id }));
  });
  const association = { code: "DEMO-AS-34", name: "安徽省保险行业协会（演示）" };
  sink.add(Organisation, organisation("ASSOCIATION", association, "34", {}));
  const auditor = { code: "DEMO-AU-34", name: "安徽省审计厅（演示）" };
  sink.add(Organisation, organisation("AUDITOR", auditor, "34", {}));
}

function bureau(code: string): string {
  return code.length === 2 ? "厅" : "局";
}

interface Reach {
  readonly sectors?: readonly string[];
  readonly insurer?: string;
  readonly agency?: string;
  readonly enterprise?: string;
}

function organisation(
  type: string,
  { code, name }: { readonly code: string; readonly name: string },
  regionPrefix: string,
  { sectors, insurer, agency, enterprise }: Reach,
): RowOf<Organisation> {
  return {
    id: entityId("org", code),
    code,
    clientId: code.toLowerCase(),
    name,
    type,
    regionPrefix,
    sectors: sectors ? JSON.stringify(sectors) : null,
    insurerId: insurer ?? null,
    serviceAgencyId: agency ?? null,
    enterpriseId: enterprise ?? null,
    active: yes(true),
    notBefore: "0",
    registeredOnly: yes(false),
  };
}
