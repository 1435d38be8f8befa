import { entityId } from "../../src/database/entity-id";
import { Expert } from "../../src/domain/registry/expert.entity";
import { InsurerBranch } from "../../src/domain/registry/insurer-branch.entity";
import { Insurer } from "../../src/domain/registry/insurer.entity";
import { ServiceAgencyQualification } from "../../src/domain/registry/service-agency-qualification.entity";
import { ServiceAgency } from "../../src/domain/registry/service-agency.entity";
import { dayText, yearsLater } from "./days";
import { identityDigest, type DemoAgency, type DemoExpert, type DemoInsurer } from "./institutions";
import type { RowOf, RowSink } from "./table-row";
import type { DemoWorld } from "./world";

/** Writes down insurers with their branches, agencies with their qualifications, and experts. */
export function addInstitutions(world: DemoWorld, sink: RowSink): void {
  for (const insurer of world.insurers) {
    const { id, orgCode, name, uscc } = insurer;
    const row: RowOf<Insurer> = { id, orgCode, name, uscc };
    sink.add(Insurer, row);
    addBranches(world, insurer, sink);
  }
  for (const agency of world.agencies) addAgency(world, agency, sink);
  for (const expert of world.experts()) sink.add(Expert, expertRow(expert));
}

/** Head office, province and one per city. */
function addBranches({ names, cities }: DemoWorld, insurer: DemoInsurer, sink: RowSink): void {
  const branch = (
    regionCode: string,
    level: string,
    name: string,
    parent: string | null,
  ): RowOf<InsurerBranch> => ({
    id: entityId("brn", `${insurer.orgCode}-${regionCode}`),
    orgCode: `${insurer.orgCode}-${regionCode}`,
    name,
    level,
    regionCode,
    uscc: null,
    insurerId: insurer.id,
    parentId: parent === null ? null : entityId("brn", `${insurer.orgCode}-${parent}`),
  });
  const province = names.insurerBranch(insurer.index, "安徽省", "PROVINCE");
  sink.add(InsurerBranch, branch("34", "PROVINCE", province, null));
  for (const { code, name } of cities) {
    const city = names.insurerBranch(insurer.index, name, "CITY");
    sink.add(InsurerBranch, branch(code, "CITY", city, "34"));
  }
}

const SERVICE_ITEMS = ["01", "02", "03", "04", "05", "06"];

/** Qualified for every item in every sector, over all the time the demo tells of. */
function addAgency({ today }: DemoWorld, agency: DemoAgency, sink: RowSink): void {
  const { id, uscc, name } = agency;
  const row: RowOf<ServiceAgency> = { id, uscc, name, version: 1, voided: 0 };
  sink.add(ServiceAgency, row);
  const validFrom = dayText(yearsLater(today, -4));
  for (const item of SERVICE_ITEMS) {
    const qualification: RowOf<ServiceAgencyQualification> = {
      id: entityId("qua", uscc, item, "", validFrom),
      serviceAgencyId: id,
      item,
      sector: null,
      validFrom,
      validTo: dayText(yearsLater(today, 2)),
      certificateDigest: null,
    };
    sink.add(ServiceAgencyQualification, qualification);
  }
}

function expertRow(expert: DemoExpert): RowOf<Expert> {
  const { idNumber, sourceKey } = expert;
  return {
    id: expert.id,
    name: expert.name,
    idNumberHmac: identityDigest(idNumber),
    idNumberMasked: `${idNumber.slice(0, 3)}***********${idNumber.slice(-4)}`,
    title: "高级工程师",
    specialities: JSON.stringify(expert.specialities),
    certificates: JSON.stringify([`注册安全工程师 DEMO${identityDigest(idNumber).slice(0, 8)}`]),
    fullTime: null,
    insurerId: expert.insurer.id,
    serviceAgencyId: expert.agency?.id ?? null,
    sourceKey,
    version: 1,
    voided: 0,
  };
}
